package org.hostelchat.owndata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.hostelchat.attachment.BlobStore;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;
import org.hostelchat.time.ElapsedClock;

/**
 * Gives people a copy of what is held of them. Read page by page, each in a short transaction: what changes meanwhile may be in it or not.
 * Nobody takes more than one in {@value #MINUTES} minutes, two at most are read from the database at a time, and
 * {@value #MOST_SENT} at most are being sent. A copy is given up if its reader is too slow, see {@link LeastPace}. Thread-safe.
 */
@ApplicationScoped
public class OwnData {

    static final int MINUTES = 10;

    /** So many rows are in memory at a time. */
    private static final int PAGE = 500;

    private static final int MOST_READ = 2;
    static final int MOST_SENT = 20;
    private static final int MOST_REMEMBERED = 10_000;

    private final Semaphore sent = new Semaphore(MOST_SENT);
    private final Semaphore read = new Semaphore(MOST_READ, true);
    private final Map<Long, Instant> taken = new LinkedHashMap<>();

    private final Set<Long> receiving = new HashSet<>();

    private Transactions transactions;
    private BlobStore blobs;
    private AuditLog audit;
    private Clock clock;
    private Clock elapsed;

    protected OwnData() {}

    @Inject
    public OwnData(Transactions transactions, BlobStore blobs, AuditLog audit, Clock clock) {
        this(transactions, blobs, audit, clock, new ElapsedClock());
    }

    /** @param elapsed a clock that is not set, for the time between two copies */
    OwnData(Transactions transactions, BlobStore blobs, AuditLog audit, Clock clock, Clock elapsed) {
        this.transactions = transactions;
        this.blobs = blobs;
        this.audit = audit;
        this.clock = clock;
        this.elapsed = elapsed;
    }

    /** Gets a row of a part, in the order of its fields. */
    @FunctionalInterface
    public interface Row<E extends Exception> {
        void accept(Object[] values) throws E;
    }

    /**
     * Begins a copy, which the caller must close.
     *
     * @throws Refusal.NotAllowed if the caller has no account or is a program, or gave their password too long ago
     * @throws Refusal.TooFast if they have taken one just now
     * @throws Refusal.Unavailable if others are taking theirs
     */
    public Copy begin(Caller caller) {
        caller.requireAccount();
        if (caller.isProgram()) throw new Refusal.NotAllowed("session-needed", Phrase.of("data.session-needed"));
        caller.requireRecentAuthentication(clock.instant());
        if (!sent.tryAcquire()) {
            throw new Refusal.Unavailable("busy", Phrase.of("data.busy"), Duration.ofSeconds(30));
        }
        try {
            refuseTooSoon(caller.id());
        } catch (Refusal refusal) {
            sent.release();
            throw refusal;
        }
        audit.record("own-data-taken", caller);
        return new Copy(caller.id());
    }

    private void refuseTooSoon(long person) {
        var now = elapsed.instant();
        synchronized (taken) {
            var last = taken.get(person);
            if (receiving.contains(person)) throw tooSoon(Duration.ofMinutes(1));
            var left = last == null
                    ? Duration.ZERO
                    : Duration.between(now, last.plus(MINUTES, java.time.temporal.ChronoUnit.MINUTES));
            if (!left.isZero() && !left.isNegative()) {
                throw tooSoon(left);
            }
            receiving.add(person);
            taken.remove(person);
            taken.put(person, now);
            if (taken.size() > MOST_REMEMBERED)
                taken.remove(taken.keySet().iterator().next());
        }
    }

    private static Refusal tooSoon(Duration left) {
        return new Refusal.TooFast("data-taken", Phrase.counted("data.taken", left.toMinutes() + 1), left);
    }

    private void end(long person) {
        synchronized (taken) {
            receiving.remove(person);
        }
        sent.release();
    }

    /** A copy of one person's data, being read. For one thread. */
    public final class Copy implements AutoCloseable {

        private final long person;
        private boolean open = true;

        private Copy(long person) {
            this.person = person;
        }

        /** A stream that fails if whoever is behind {@code out} takes the bytes in too slowly. */
        public OutputStream paced(OutputStream out) {
            return new LeastPace(out, System::nanoTime);
        }

        public List<OwnPart> parts() {
            return OwnPart.ALL;
        }

        /** Reads all rows of a part, the oldest or lowest first. */
        public <E extends Exception> void read(OwnPart part, Row<E> row) throws E {
            var key = new ArrayList<>(part.start());
            List<Object[]> page;
            do {
                page = page(part.sql(), key);
                for (var values : page) row.accept(values);
                if (!page.isEmpty()) {
                    var last = page.get(page.size() - 1);
                    for (var i = 0; i < key.size(); i++) key.set(i, last[i]);
                }
            } while (page.size() == PAGE);
        }

        /** The files after the one with this id, some at a time; none after the last. */
        public List<OwnFile> files(long after) {
            return page(
                            "select id, name, hash from files where owner_id = ?1 and state in ('READY', 'POSTED')"
                                    + " and hash is not null and id > ?2 order by id",
                            List.of(after))
                    .stream()
                    .map(row -> new OwnFile(Columns.number(row[0]), (String) row[1], (String) row[2]))
                    .toList();
        }

        /** The bytes of a file; empty if it has been deleted meanwhile. The caller closes the channel. */
        public Optional<FileChannel> open(OwnFile file) {
            try {
                return Optional.of(blobs.open(file.hash()));
            } catch (Refusal gone) {
                return Optional.empty();
            }
        }

        @SuppressWarnings("unchecked")
        private List<Object[]> page(String sql, List<Object> key) {
            read.acquireUninterruptibly();
            try {
                return transactions.read(em -> {
                    var query =
                            em.createNativeQuery(sql).setParameter(1, person).setMaxResults(PAGE);
                    for (var i = 0; i < key.size(); i++) query.setParameter(i + 2, key.get(i));
                    return (List<Object[]>) query.getResultList();
                });
            } finally {
                read.release();
            }
        }

        @Override
        public void close() {
            if (open) end(person);
            open = false;
        }
    }
}
