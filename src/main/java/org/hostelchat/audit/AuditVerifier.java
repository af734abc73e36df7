package org.hostelchat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/**
 * Reads the whole record and finds the first invalid entry: changed, missing, added, or without a name that it had.
 * Somebody who can write to the database could also forge a whole valid record; that is detected by a head that was
 * noted elsewhere, as in the log. Thread-safe; holds a thousand entries in memory at a time.
 */
@ApplicationScoped
public class AuditVerifier {

    private static final int PAGE = 1_000;

    private Transactions transactions;

    @Inject
    public AuditVerifier(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected AuditVerifier() {}

    /** @param noted an earlier head, which must still be part of the record; null for none */
    public AuditVerdict verify(Caller caller, AuditHead noted) {
        caller.requireAdmin();
        // Read in this order: entries added meanwhile increase the head after it was read, and are not verified.
        long top = transactions.read(em -> number(em, "select max(e.id) from AuditEntry e"));
        var head = transactions.read(AuditHead::read);
        var chain = new ChainCheck(head, noted);
        for (var after = Long.MIN_VALUE; chain.goesOn(); ) {
            var from = after;
            var page = transactions.read(em -> em.createQuery(
                            "select e from AuditEntry e where e.id > :after and e.id <= :last order by e.id",
                            AuditEntry.class)
                    .setParameter("after", from)
                    .setParameter("last", head.last())
                    .setMaxResults(PAGE)
                    .getResultList());
            page.forEach(chain::next);
            if (page.size() < PAGE) break;
            after = page.get(page.size() - 1).id();
        }
        chain.end(top, transactions.read(em -> ErasedPeople.among(em, chain.unnamed())));
        return chain.verdict();
    }

    private static long number(EntityManager em, String query) {
        var number = em.createQuery(query, Long.class).getSingleResult();
        return number == null ? 0 : number;
    }
}
