package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hostelchat.attachment.PostedFiles;
import org.hostelchat.room.RoomLock;
import org.hostelchat.storage.Transactions;

/**
 * Deletes posts that are older than their room keeps them: like a deletion by hand, with an event for each, so that clients, search and files
 * follow. In small transactions with pauses, so that people who post hardly wait. To be used by one thread; two nodes at once do no harm, because
 * each looks again with the room locked.
 */
@ApplicationScoped
public class Retention {

    /** Posts of one transaction: some tens of milliseconds. */
    private static final int PORTION = 100;

    /** Of one call, so that the thread's other work is not kept waiting. */
    private static final int MOST_PORTIONS = 40;

    /** Stretches that one call reads, each within milliseconds. */
    private static final int MOST_STRETCHES = 200;

    /** As a multiple of the time that a portion took. */
    private static final int PAUSE = 5;

    /** By room, what is known of its log. In memory only. */
    private final Map<Long, PostTimes> known = new HashMap<>();

    private Transactions transactions;
    private MessageFeed feed;
    private Clock clock;

    protected Retention() {}

    @Inject
    public Retention(Transactions transactions, MessageFeed feed, Clock clock) {
        this.transactions = transactions;
        this.feed = feed;
        this.clock = clock;
    }

    private record Kept(long room, int days, long last) {}

    /** Deletes what is due, or a part of it if that is much. To be called about once a minute. */
    public void tick() {
        var rooms = transactions.read(em -> em.createQuery(
                        "select r.id, r.retention, r.last from Room r where r.retention is not null order by r.id",
                        Object[].class)
                .getResultStream()
                .map(row -> new Kept((Long) row[0], (Integer) row[1], (Long) row[2]))
                .toList());
        known.keySet().retainAll(rooms.stream().map(Kept::room).toList());
        var stretches = MOST_STRETCHES;
        var portions = MOST_PORTIONS;
        for (var room : rooms) {
            var times = known.computeIfAbsent(room.room(), PostTimes::new);
            while (stretches > 0 && transactions.read(em -> times.readOn(em, room.last()))) stretches--;
            while (portions > 0 && deletePortion(room, times)) portions--;
            if (portions == 0 || stretches == 0 || Thread.currentThread().isInterrupted()) return;
        }
    }

    /** @return whether there may be more */
    private boolean deletePortion(Kept kept, PostTimes times) {
        var begin = System.nanoTime();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var before = now.minus(kept.days(), ChronoUnit.DAYS);
        var due = transactions.read(em -> times.due(em, before, PORTION));
        if (due.isEmpty()) return false;
        var isKeptAsRead = transactions.write(em -> delete(em, kept, due, before, now));
        if (!isKeptAsRead) return false;
        transactions.wordsRemoved();
        feed.changed(kept.room());
        return pause(System.nanoTime() - begin);
    }

    /** @return false if the thread was interrupted */
    private static boolean pause(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos * PAUSE).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return false if somebody has chosen another time, so that nothing was deleted */
    private static boolean delete(EntityManager em, Kept kept, List<Long> seqs, Instant before, Instant now) {
        // With the room locked: somebody may just have chosen another time, or deleted one of them.
        var room = RoomLock.lock(em, kept.room());
        if (room == null || !Integer.valueOf(kept.days()).equals(room.retention())) return false;
        var due = em.createQuery(
                        "select m.position.seq from Message m where m.position.room = :room and m.position.seq in :seqs"
                                + " and m.kind = :posted and m.at < :before order by m.position.seq",
                        Long.class)
                .setParameter("room", room.id())
                .setParameter("seqs", seqs)
                .setParameter("posted", EventKind.POSTED)
                .setParameter("before", before)
                .getResultList();
        if (due.isEmpty()) return true;
        var numbers = due.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        for (var sql : List.of(
                "delete from reactions where room_id = ?1 and target in " + numbers,
                "delete from pins where room_id = ?1 and target in " + numbers,
                "delete from mentions where room_id = ?1 and seq in " + numbers,
                "update messages set kind = 'TOMBSTONE', body = null, target = null, emoji = null, is_on = null"
                        + " where room_id = ?1 and kind in ('EDITED', 'REACTED', 'PINNED') and target in " + numbers,
                "update messages set kind = 'TOMBSTONE', body = null, body_hash = null, edited_at = null, reply_to = null,"
                        + " mentions = null, files = null where room_id = ?1 and seq in " + numbers)) {
            em.createNativeQuery(sql).setParameter(1, room.id()).executeUpdate();
        }
        PostedFiles.removeOf(em, room.id(), due);
        for (var seq : due) em.persist(Message.expired(room, seq, now));
        return true;
    }
}
