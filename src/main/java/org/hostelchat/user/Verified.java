package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import org.hostelchat.refusal.Refusal;

/**
 * Checks that a successful password check is still valid. Verifying takes a while, in which an official may set another
 * password or deactivate the account; a sign-in with the old password must then fail.
 */
public final class Verified {

    private Verified() {}

    /**
     * Locks the user's row until the end of the transaction.
     *
     * @param user as read when the password was verified
     * @throws Refusal.NotSignedIn if the password was changed since, or the account is not active
     */
    public static void requireStill(EntityManager em, User user) {
        var same = em.createQuery("update User u set u.active = true"
                        + " where u.id = :id and u.active = true and u.passwordSetAt = :setAt")
                .setParameter("id", user.id())
                .setParameter("setAt", user.passwordSetAt())
                .executeUpdate();
        if (same == 0) throw new Refusal.NotSignedIn();
    }
}
