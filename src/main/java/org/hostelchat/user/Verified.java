package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import org.hostelchat.refusal.Refusal;

/**
 * Whether what somebody was let in by still holds. Comparing passwords takes a while, in which the office may give another one
 * or close the account: what follows from the old one must not outlive that.
 */
public final class Verified {

    private Verified() {}

    /**
     * Locks the user's row till the end of the transaction.
     *
     * @param user as read when their password was found right
     * @throws Refusal.NotSignedIn if another password holds by now, or the account is not active
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
