package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.User;

/** Changes stored password hashes without changing the password; every change is one short transaction. */
@ApplicationScoped
class PasswordHashes {

    private Transactions transactions;

    protected PasswordHashes() {}

    @Inject
    PasswordHashes(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Replaces the hash by another one of the same password, which is not garbled, unless the password was changed
     * meanwhile.
     */
    public void replace(User verified, String hash) {
        transactions.write(em -> em.createQuery("update User u set u.passwordHash = :next,"
                        + " u.passwordPerhapsMisread = false where u.id = :id and u.passwordHash = :present")
                .setParameter("next", hash)
                .setParameter("id", verified.id())
                .setParameter("present", verified.passwordHash())
                .executeUpdate());
    }

    /** Whether any account's hash may be of a garbled password: see {@link PasswordCheck}. */
    public boolean someMisread() {
        return transactions.read(
                em -> !em.createQuery("select u.id from User u where u.passwordPerhapsMisread = true", Long.class)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }
}
