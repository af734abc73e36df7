package org.hostelchat.changelog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.hostelchat.storage.Transactions;

/**
 * The log of changes as it is stored: appended to within the transaction of the act, read on by number.
 *
 * <p>Thread-safe. The numbers are dense, on every database and with any number of servers: transactions wait for each other at one row,
 * {@code change_head}, from their {@link #append} to their commit, and one that is rolled back gives its numbers back. So whoever sees a
 * number sees all before it. Of a transaction's locks it is the last but the audit record's.
 */
@ApplicationScoped
public class ChangeLog {

    /** The most that one read gives. */
    public static final int LARGEST_PAGE = 500;

    /** What is older, and what more than so many came after, is deleted. */
    static final Duration KEPT = Duration.ofDays(30);

    static final int MOST_KEPT = 100_000;

    /** So many are deleted in one transaction, which others wait for. */
    private static final int SLICE = 1_000;

    private final Transactions transactions;
    private final Consumer<ChangeHint> hints;
    private final Clock clock;

    @Inject
    ChangeLog(Transactions transactions, Event<ChangeHint> hints) {
        this(transactions, hints::fire, Clock.systemUTC());
    }

    ChangeLog(Transactions transactions, Consumer<ChangeHint> hints, Clock clock) {
        this.transactions = transactions;
        this.hints = hints;
        this.clock = clock;
    }

    /** Outside a container, where nothing tells of a transaction's end: nobody is given a hint. */
    public ChangeLog(Transactions transactions) {
        this(transactions, hint -> {}, Clock.systemUTC());
    }

    /** For the container's proxy. */
    protected ChangeLog() {
        this(null);
    }

    /**
     * What there is of the log.
     *
     * @param last the number of its last entry, 0 if there never was one
     * @param before the last number that is not kept any more, 0 if all are
     */
    public record Extent(long last, long before) {

        /** Whether everything after this number can still be read. */
        public boolean reachesBackTo(long seq) {
            return seq >= before && seq <= last;
        }
    }

    /** As {@link #append(EntityManager, List)}. */
    public void append(EntityManager em, Change... changes) {
        append(em, Arrays.asList(changes));
    }

    /**
     * Appends within the caller's transaction, in this order. To be called once, when everything else of the transaction is done but what
     * is recorded by {@code audit}: what waits is stored first, and nothing else may be locked afterwards.
     */
    public void append(EntityManager em, List<? extends Change> changes) {
        if (changes.isEmpty()) return;
        em.flush();
        // Locks the row until the end of the transaction.
        em.createNativeQuery("update change_head set last = last + ?1 where id = 1")
                .setParameter(1, changes.size())
                .executeUpdate();
        var last = last(em);
        var seq = last - changes.size();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (var change : changes) em.persist(new ChangeEntry(++seq, now, change));
        hints.accept(new ChangeHint(last));
    }

    /**
     * Takes a person out of what is kept, within the caller's transaction and before their erasure is appended: the numbers stay, as
     * changes of nobody. A tail that has not told them yet tells of the erasure next.
     */
    public static void forget(EntityManager em, long userId) {
        em.createNativeQuery("update changes set user_id = -1, session_id = null where user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
    }

    /** The number of the last change that is committed, 0 if there is none. */
    public long last() {
        return transactions.read(ChangeLog::last);
    }

    private static long last(EntityManager em) {
        return ((Number) em.createNativeQuery("select last from change_head where id = 1")
                        .getSingleResult())
                .longValue();
    }

    /** What is kept of the log now; to be read before what it is about. */
    public static Extent extent(EntityManager em) {
        var row = (Object[])
                em.createNativeQuery("select last, (select min(seq) from changes) from change_head where id = 1")
                        .getSingleResult();
        var last = ((Number) row[0]).longValue();
        return new Extent(last, row[1] == null ? last : ((Number) row[1]).longValue() - 1);
    }

    /** The changes after this number, ascending and without a hole, at most {@link #LARGEST_PAGE}; none if there are no more. */
    public List<LoggedChange> after(long seq) {
        return transactions.read(
                em -> em.createQuery("select c from ChangeEntry c where c.seq > :seq order by c.seq", ChangeEntry.class)
                        .setParameter("seq", seq)
                        .setMaxResults(LARGEST_PAGE)
                        .getResultStream()
                        .map(ChangeEntry::logged)
                        .toList());
    }

    /** Deletes what is not to be kept any longer, in short transactions. To be called now and then. */
    public void trim() {
        for (var upTo = sliceToTrim(); upTo.isPresent(); upTo = sliceToTrim()) {
            var seq = upTo.getAsLong();
            transactions.write(em -> em.createQuery("delete from ChangeEntry c where c.seq <= :seq")
                    .setParameter("seq", seq)
                    .executeUpdate());
        }
    }

    /** The last of the oldest ones that can go together; looked up outside of the transaction, for which others would wait. */
    private OptionalLong sliceToTrim() {
        return transactions.read(em -> {
            var aged = clock.instant().minus(KEPT);
            var surplus = extent(em).last() - MOST_KEPT;
            return em.createQuery("select c from ChangeEntry c order by c.seq", ChangeEntry.class)
                    .setMaxResults(SLICE)
                    .getResultStream()
                    .takeWhile(entry -> entry.seq() <= surplus || entry.at().isBefore(aged))
                    .mapToLong(ChangeEntry::seq)
                    .max();
        });
    }
}
