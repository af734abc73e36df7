package org.hostelchat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/**
 * Writes the record: an entry in the same transaction as the act, so that there is neither without the other. The log tells the
 * record's last number and its hash after each such transaction, by which a record can be recognised whose end was cut off.
 *
 * <p>Thread-safe. The entries of a transaction wait for each other at one row, {@code audit_head}, on every database and with any
 * number of servers. It is the last row that a transaction locks, so that nobody who has it waits for anybody else.
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
    AuditTrail(AuditLog log) {
        this(log, Clock.systemUTC());
    }

    AuditTrail(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** For the container's proxy, and outside a container. */
    public AuditTrail() {
        this(new AuditLog());
    }

    /** As {@link #record(EntityManager, List)}. */
    public void record(EntityManager em, AuditDraft... acts) {
        record(em, Arrays.asList(acts));
    }

    /**
     * Records acts within the caller's transaction, in their order. To be called once, when everything else of the transaction is
     * done: what waits is stored first, and nothing may be locked afterwards.
     */
    public void record(EntityManager em, List<AuditDraft> acts) {
        if (acts.isEmpty()) return;
        em.flush();
        // Locks the row until the end of the transaction; two numbers that are handed out at once there are not.
        em.createNativeQuery("update audit_head set last = last + ?1 where id = 1")
                .setParameter(1, acts.size())
                .executeUpdate();
        var head = (Object[]) em.createNativeQuery("select last, hash from audit_head where id = 1")
                .getSingleResult();
        var last = ((Number) head[0]).longValue();
        var hash = (String) head[1];
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var erased = erased(em, acts);
        var id = last - acts.size();
        for (var act : acts) {
            var entry = new AuditEntry(++id, now, act, hash);
            entry.forget(erased);
            em.persist(entry);
            hash = entry.hash();
        }
        em.createNativeQuery("update audit_head set hash = ?1 where id = 1")
                .setParameter(1, hash)
                .executeUpdate();
        log.recordOnSuccess("recorded", null, "entry", last, "hash", hash);
    }

    /**
     * Whoever of those that the acts name was erased while the acts waited: {@link #forget} has been by then. Asked with the record's
     * row locked, behind which an erasure waits.
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

    /** A line of the log, and no entry: {@link AuditLog#recordOnSuccess}. */
    public void log(String event, Caller by, Object... namesAndValues) {
        log.recordOnSuccess(event, by, namesAndValues);
    }

    /** Removes the names of somebody who is erased, within the caller's transaction. Their numbers stay, and the chain fits. */
    public void forget(EntityManager em, long personId) {
        for (var statement : List.of(FORGET_ACTOR, FORGET_PERSON)) {
            em.createNativeQuery(statement).setParameter(1, personId).executeUpdate();
        }
    }
}
