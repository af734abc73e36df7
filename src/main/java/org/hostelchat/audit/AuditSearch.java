package org.hostelchat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/** Searches the record, for officials. Thread-safe. */
@ApplicationScoped
public class AuditSearch {

    private Transactions transactions;

    @Inject
    public AuditSearch(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected AuditSearch() {}

    /**
     * A page of matching entries, newest first.
     *
     * @param before the number of the last entry on the previous page; 0 for the first page
     */
    public List<AuditEntry> latest(Caller caller, AuditFilter filter, long before, int limit) {
        caller.requireAdmin();
        var condition = filter.condition();
        return transactions.read(em -> {
            var query = em.createQuery(
                    "select e from AuditEntry e where " + condition.text() + " and e.id < :before order by e.id desc",
                    AuditEntry.class);
            condition.values().forEach(query::setParameter);
            return query.setParameter("before", before == 0 ? Long.MAX_VALUE : before)
                    .setMaxResults(limit)
                    .getResultList();
        });
    }
}
