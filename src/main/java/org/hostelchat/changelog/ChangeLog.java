package org.hostelchat.changelog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.ManyRows;
import org.hostelchat.storage.Transactions;

/**
 * Stores the log of changes: appended to within the transaction of the act, read in pages by number.
 *
 * <p>Thread-safe. Numbers are consecutive on every database and with any number of servers: transactions are serialised
 * by the lock on one row, {@code change_head}, from their {@link #append} to their commit, and a rollback releases its
 * numbers. So a reader who sees a number sees all lower ones. Of a transaction's locks it is the last but one, before
 * the audit record's.
 */
@ApplicationScoped
public class ChangeLog {

    /** The most changes that one read returns. */
    public static final int LARGEST_PAGE = 500;

    /** Older changes are deleted, as are those beyond the maximal number. */
    static final Duration KEPT = Duration.ofDays(30);

    static final int MOST_KEPT = 100_000;

    /** How many are deleted in one transaction, for which other writers wait. */
    private static final int SLICE = 1_000;

    private final Transactions transactions;
    private final Consumer<ChangeHint> hints;
    private final Consumer<ChangesPending> pending;
    private final Clock clock;

    @Inject
    ChangeLog(Transactions transactions, Event<ChangeHint> hints, Event<ChangesPending> pending, Clock clock) {
        this(transactions, hints::fire, pending::fire, clock);
    }

    ChangeLog(Transactions transactions, Consumer<ChangeHint> hints, Clock clock) {
        this(transactions, hints, pending -> {}, clock);
    }

    private ChangeLog(
            Transactions transactions, Consumer<ChangeHint> hints, Consumer<ChangesPending> pending, Clock clock) {
        this.transactions = transactions;
        this.hints = hints;
        this.pending = pending;
        this.clock = clock;
    }

    /** Outside of a container, with an observer of what is about to be appended. */
    public ChangeLog(Transactions transactions, Consumer<ChangesPending> pending) {
        this(transactions, hint -> {}, pending, Clock.systemUTC());
    }

    /** Outside of a container, where transactions have no callbacks: no hints are fired. */
    public ChangeLog(Transactions transactions) {
        this(transactions, hint -> {}, Clock.systemUTC());
    }

    /** For the CDI proxy. */
    protected ChangeLog() {
        this(null);
    }

    /**
     * The range of the log.
     *
     * @param last the number of the last change, 0 if there was none
     * @param before the last number that has been deleted, 0 if none has
     */
    public record Extent(long last, long before) {

        /** Whether all changes after this number are still stored. */
        public boolean reachesBackTo(long seq) {
            return seq >= before && seq <= last;
        }
    }

    /** As {@link #append(EntityManager, List)}. */
    public void append(EntityManager em, Change... changes) {
        append(em, Arrays.asList(changes));
    }

    /**
     * Appends within the caller's transaction, in the given order. To be called once, after everything else of the
     * transaction except recording by {@code audit}: pending changes are flushed first, and no other lock may be
     * acquired afterwards.
     */
    public void append(EntityManager em, List<? extends Change> changes) {
        if (changes.isEmpty()) return;
        var event = new ChangesPending(em, changes);
        pending.accept(event);
        var all = Stream.concat(changes.stream(), event.following().stream()).toList();
        em.flush();
        // Locks the row until the end of the transaction.
        em.createNativeQuery("update change_head set last = last + ?1 where id = 1")
                .setParameter(1, all.size())
                .executeUpdate();
        var last = last(em);
        var seq = last - all.size();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entries = new ArrayList<ChangeEntry>();
        for (var change : all) entries.add(new ChangeEntry(++seq, now, change));
        if (entries.size() < ManyRows.MANY) entries.forEach(em::persist);
        else
            ManyRows.insert(
                    em,
                    "changes",
                    ChangeEntry.COLUMNS,
                    entries.stream().map(ChangeEntry::row).toList());
        hints.accept(new ChangeHint(last));
    }

    /**
     * Removes a person from the stored changes, within the caller's transaction and before their erasure is appended:
     * the entries remain, without a user. A tail that has not delivered them yet delivers the erasure next.
     */
    public static void forget(EntityManager em, long userId) {
        em.createNativeQuery("update changes set user_id = -1, session_id = null where user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
    }

    /** Whether an account was changed, made or erased after this number, within the caller's transaction. */
    public static boolean isAnybodyChangedSince(EntityManager em, long seq) {
        return !em.createQuery("select c.seq from ChangeEntry c where c.seq > :seq and c.kind in :kinds", Long.class)
                .setParameter("seq", seq)
                .setParameter("kinds", List.of(ChangeKind.USER_CHANGED.name(), ChangeKind.USER_ERASED.name()))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The number of the last committed change, 0 if there is none. */
    public long last() {
        return transactions.read(ChangeLog::last);
    }

    private static long last(EntityManager em) {
        return ((Number) em.createNativeQuery("select last from change_head where id = 1")
                        .getSingleResult())
                .longValue();
    }

    /** The present range of the log; read it before the data that it is compared with. */
    public static Extent extent(EntityManager em) {
        var row = (Object[])
                em.createNativeQuery("select last, (select min(seq) from changes) from change_head where id = 1")
                        .getSingleResult();
        var last = Columns.number(row[0]);
        return new Extent(last, row[1] == null ? last : Columns.number(row[1]) - 1);
    }

    /**
     * The changes after this number, ascending and without gaps, at most {@link #LARGEST_PAGE}; empty if there are
     * none.
     */
    public List<LoggedChange> after(long seq) {
        return transactions.read(
                em -> em.createQuery("select c from ChangeEntry c where c.seq > :seq order by c.seq", ChangeEntry.class)
                        .setParameter("seq", seq)
                        .setMaxResults(LARGEST_PAGE)
                        .getResultStream()
                        .map(ChangeEntry::logged)
                        .toList());
    }

    /** Deletes old changes, in short transactions. To be called from time to time. */
    public void trim() {
        for (var upTo = sliceToTrim(); upTo.isPresent(); upTo = sliceToTrim()) {
            var seq = upTo.getAsLong();
            transactions.write(em -> em.createQuery("delete from ChangeEntry c where c.seq <= :seq")
                    .setParameter("seq", seq)
                    .executeUpdate());
        }
    }

    /**
     * The last of the oldest changes that can be deleted together; read outside of the transaction, for which other
     * writers would wait.
     */
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
