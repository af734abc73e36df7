package org.hostelchat.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.DatabaseFailures;
import org.hostelchat.storage.Transactions;

/**
 * Keeps the index up to date: reads each room's log from the number at which it stopped, also after a restart, so that
 * no event is skipped. The number is stored in the transaction that changes the index. {@link Search} itself reads the
 * newest messages that are not indexed yet.
 *
 * <p>Works in short transactions with pauses many times as long, so that posts hardly wait for it and a server that has
 * millions of messages to index stays responsive.
 *
 * <p>To be used by one thread.
 */
@ApplicationScoped
public class SearchIndexer {

    private static final System.Logger LOG = System.getLogger(SearchIndexer.class.getName());

    /** Events of one portion. */
    private static final int PORTION = 100;

    /** A portion ends after this time, because removing a message costs as much as adding fifty. */
    private static final Duration LONGEST = Duration.ofMillis(20);

    /**
     * The pause after a portion, as a multiple of the portion's duration. It is shorter after removals, so that deleted
     * texts leave the index soon.
     */
    private static final int PAUSE_AFTER_ADDING = 19;

    private static final int PAUSE_AFTER_REMOVING = 2;

    private final Transactions transactions;
    private final SearchIndex index;
    private boolean checked;
    /**
     * The id of the room in which the last portion ended: the next portion begins after it, so that one busy room does
     * not delay the others.
     */
    private long reached;

    @Inject
    public SearchIndexer(Transactions transactions, SearchIndex index) {
        this.transactions = transactions;
        this.index = index;
    }

    /** For the CDI proxy. */
    protected SearchIndexer() {
        this(null, null);
    }

    /**
     * Indexes everything that is new, with pauses. To be called periodically; work that fails is done by the next call.
     * Returns early if the thread is interrupted.
     */
    public void tick() {
        if (!checked) checkVersion();
        checked = true;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var begin = System.nanoTime();
                var done = portion();
                if (done == null) return;
                var pause = done.removed() ? PAUSE_AFTER_REMOVING : PAUSE_AFTER_ADDING;
                Thread.sleep(
                        Duration.ofNanos((System.nanoTime() - begin) * pause).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Indexes everything that is new without pauses: for tests and tools. */
    public void catchUp() {
        checkVersion();
        while (portion() != null) Thread.onSpinWait();
    }

    /** Empties the index if an older version of {@link Tokens} built it; it is then built again. */
    private void checkVersion() {
        var stored = transactions.read(em -> Columns.number(
                em.createNativeQuery("select version from search_version").getSingleResult()));
        if (stored == Tokens.VERSION) return;
        LOG.log(System.Logger.Level.INFO, "All messages are indexed anew, in the background");
        transactions.write(em -> {
            index.clear(em);
            em.createNativeQuery("delete from search_progress").executeUpdate();
            return em.createNativeQuery("update search_version set version = " + Tokens.VERSION)
                    .executeUpdate();
        });
    }

    /**
     * The result of a portion.
     *
     * @param removed whether terms were removed from the index
     * @param reached the id of the room in which it ended
     */
    private record Done(boolean removed, long reached) {}

    /** @return null if there was nothing to do */
    private Done portion() {
        var behind = transactions.read(em -> Unindexed.rooms(em, reached, PORTION));
        if (behind.isEmpty() && reached > 0) {
            reached = 0;
            behind = transactions.read(em -> Unindexed.rooms(em, 0, PORTION));
        }
        if (behind.isEmpty()) return null;
        var rooms = behind;
        var changes = transactions.read(em -> changes(em, rooms));
        if (changes.isEmpty()) return null;
        var done = transactions.write(em -> store(em, changes));
        reached = done.reached();
        if (done.removed()) transactions.wordsRemoved();
        return done;
    }

    private static List<IndexChange> changes(EntityManager em, List<Unindexed.Behind> behind) {
        var changes = new ArrayList<IndexChange>();
        // Every room gets an equal share of the portion.
        for (var room : behind) changes.addAll(IndexChange.read(em, room, Math.max(1, PORTION / behind.size())));
        return changes;
    }

    private Done store(EntityManager em, List<IndexChange> changes) {
        var end = System.nanoTime() + LONGEST.toNanos();
        Map<Long, IndexChange> last = new TreeMap<>();
        var removed = false;
        var room = changes.get(0).room();
        for (var change : changes) {
            removed |= change.removes();
            room = change.room();
            if (!change.apply(em, index)) break;
            last.put(change.room(), change);
            if (System.nanoTime() > end) break;
        }
        last.values().forEach(change -> advance(em, change));
        return new Done(removed, room);
    }

    private static void advance(EntityManager em, IndexChange to) {
        if (to.indexed() == 0) {
            em.createNativeQuery("insert into search_progress (room_id, seq) values (?1, 0) on conflict do nothing")
                    .setParameter(1, to.room())
                    .executeUpdate();
        }
        var advanced = em.createNativeQuery("update search_progress set seq = ?1 where room_id = ?2 and seq = ?3")
                .setParameter(1, to.seq())
                .setParameter(2, to.room())
                .setParameter(3, to.indexed())
                .executeUpdate();
        // Another thread has indexed the same events: roll back.
        if (advanced != 1) throw DatabaseFailures.busy();
    }
}
