package org.hostelchat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.ManyRows;
import org.hostelchat.storage.Transactions;

/**
 * Writes the record: each entry in the same transaction as the act, so that neither exists without the other. After
 * each such transaction the last number and its hash are logged, by which a record can be recognised whose last entries
 * were deleted.
 *
 * <p>Thread-safe. Transactions that record are serialised by the lock on one row, {@code audit_head}, on every database
 * and with any number of servers. It is the last row that a transaction locks, so that its holder never waits for
 * another lock.
 */
@ApplicationScoped
public class AuditTrail {

    private static final String FORGET_ACTOR =
            """
            update audit_entries set by_name = null, by_key = null, by_salt = null, token_name = null
            where by_id = ?1 and by_salt is not null""";
    private static final String FORGET_PERSON =
            """
            update audit_entries set person_name = null, person_number = null, person_before = null,
            person_after = null, person_key = null, person_salt = null
            where person_id = ?1 and person_salt is not null""";

    private final AuditLog log;
    private final Clock clock;

    @Inject
    AuditTrail(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** For the CDI proxy, and outside of a container. */
    public AuditTrail() {
        this(new AuditLog(), Clock.systemUTC());
    }

    /** As {@link #record(EntityManager, List)}. */
    public void record(EntityManager em, AuditDraft... acts) {
        record(em, Arrays.asList(acts));
    }

    /**
     * Records acts within the caller's transaction, in the given order. To be called once, as the last step of the
     * transaction: pending changes are flushed first, and no lock may be acquired afterwards.
     */
    public void record(EntityManager em, List<AuditDraft> acts) {
        if (acts.isEmpty()) return;
        em.flush();
        // Locks the row until the end of the transaction, so that no two transactions get the same number.
        em.createNativeQuery("update audit_head set last = last + ?1 where id = 1")
                .setParameter(1, acts.size())
                .executeUpdate();
        var head = (Object[]) em.createNativeQuery("select last, hash from audit_head where id = 1")
                .getSingleResult();
        var last = Columns.number(head[0]);
        var hash = (String) head[1];
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var erased = erased(em, acts);
        var id = last - acts.size();
        var entries = new ArrayList<AuditEntry>();
        for (var act : acts) {
            var entry = new AuditEntry(++id, now, act, hash);
            entry.forget(erased);
            entries.add(entry);
            hash = entry.hash();
        }
        if (entries.size() < ManyRows.MANY) entries.forEach(em::persist);
        else
            ManyRows.insert(
                    em,
                    "audit_entries",
                    AuditEntry.COLUMNS,
                    entries.stream().map(AuditEntry::row).toList());
        em.createNativeQuery("update audit_head set hash = ?1 where id = 1")
                .setParameter(1, hash)
                .executeUpdate();
        log.recordOnSuccess("recorded", null, "entry", last, "hash", hash);
    }

    /**
     * The people named by the acts who were erased while this transaction waited for the lock: {@link #forget} has run
     * already then. Read with the head's row locked, for which an erasure waits.
     */
    private static Set<Long> erased(EntityManager em, List<AuditDraft> acts) {
        var people = new HashSet<Long>();
        acts.forEach(act -> act.addPeople(people));
        return ErasedPeople.among(em, people);
    }

    /** Records an act that changes nothing else, in a transaction of its own. */
    public void record(Transactions transactions, AuditDraft act) {
        transactions.write(em -> {
            record(em, act);
            return act;
        });
    }

    /** Writes a line to the audit log without an entry in the record: {@link AuditLog#recordOnSuccess}. */
    public void log(String event, Caller by, Object... namesAndValues) {
        log.recordOnSuccess(event, by, namesAndValues);
    }

    /**
     * Clears the names of a person who is erased, within the caller's transaction. Their ids remain, and the chain
     * remains valid.
     */
    public void forget(EntityManager em, long personId) {
        for (var statement : List.of(FORGET_ACTOR, FORGET_PERSON)) {
            em.createNativeQuery(statement).setParameter(1, personId).executeUpdate();
        }
    }
}
