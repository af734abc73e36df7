package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.User;

/** The hashes of passwords as they are stored, as far as they change without the password: every change is one short transaction. */
@ApplicationScoped
class PasswordHashes {

    private Transactions transactions;

    protected PasswordHashes() {}

    @Inject
    PasswordHashes(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Another hash of the same password, which is certainly of what its owner types, unless it was changed meanwhile. */
    public void replace(User verified, String hash) {
        transactions.write(em -> em.createQuery("update User u set u.passwordHash = :next,"
                        + " u.passwordPerhapsMisread = false where u.id = :id and u.passwordHash = :present")
                .setParameter("next", hash)
                .setParameter("id", verified.id())
                .setParameter("present", verified.passwordHash())
                .executeUpdate());
    }

    /** Whether any account's hash may be of a misread password: see {@link PasswordCheck}. */
    public boolean someMisread() {
        return transactions.read(
                em -> !em.createQuery("select u.id from User u where u.passwordPerhapsMisread = true", Long.class)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }
}
