package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hostelchat.attachment.PostedFiles;
import org.hostelchat.room.RoomLock;
import org.hostelchat.storage.Columns;
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

    /** As a multiple of the time that a portion took. */
    private static final int PAUSE = 5;

    /** By room, the number up to which nothing is left to delete: what is before is not read again. In memory only. */
    private final Map<Long, Long> reached = new HashMap<>();

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

    private record Kept(long room, int days) {}

    /** Deletes what is due, or a part of it if that is much. To be called about once a minute. */
    public void tick() {
        var rooms = transactions.read(em -> em.createQuery(
                        "select r.id, r.retention from Room r where r.retention is not null order by r.id",
                        Object[].class)
                .getResultStream()
                .map(row -> new Kept((Long) row[0], (Integer) row[1]))
                .toList());
        reached.keySet().retainAll(rooms.stream().map(Kept::room).toList());
        var left = MOST_PORTIONS;
        for (var room : rooms) {
            while (left > 0 && deletePortion(room)) left--;
            if (left == 0 || Thread.currentThread().isInterrupted()) return;
        }
    }

    /** @return whether there may be more */
    private boolean deletePortion(Kept kept) {
        var begin = System.nanoTime();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var before = now.minus(kept.days(), ChronoUnit.DAYS);
        var from = reached.getOrDefault(kept.room(), 0L);
        var rows = transactions.read(em -> next(em, kept.room(), from));
        var due = new ArrayList<Long>();
        var end = from;
        var isPrefix = true;
        for (var row : rows) {
            var seq = Columns.number(row[0]);
            var isPost = EventKind.POSTED.name().equals(row[2]);
            var isDue = isPost && Columns.number(row[1]) < before.toEpochMilli();
            if (isDue) due.add(seq);
            isPrefix &= isDue || !isPost;
            if (isPrefix) end = seq;
        }
        if (!due.isEmpty()) {
            transactions.write(em -> delete(em, kept, due, before, now));
            transactions.wordsRemoved();
            feed.changed(kept.room());
        }
        reached.put(kept.room(), end);
        return end > from && rows.size() == PORTION && pause(System.nanoTime() - begin);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> next(EntityManager em, long room, long after) {
        return em.createNativeQuery(
                        "select seq, at, kind from messages where room_id = ?1 and post = 1 and seq > ?2 order by seq")
                .setParameter(1, room)
                .setParameter(2, after)
                .setMaxResults(PORTION)
                .getResultList();
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

    private static int delete(EntityManager em, Kept kept, List<Long> seqs, Instant before, Instant now) {
        var room = RoomLock.lock(em, kept.room());
        // With the room locked: somebody may have chosen another time, or deleted one of them.
        if (room == null || room.retention() == null || room.retention() > kept.days()) return 0;
        var due = em.createQuery(
                        "select m.position.seq from Message m where m.position.room = :room and m.position.seq in :seqs"
                                + " and m.kind = :posted and m.at < :before order by m.position.seq",
                        Long.class)
                .setParameter("room", room.id())
                .setParameter("seqs", seqs)
                .setParameter("posted", EventKind.POSTED)
                .setParameter("before", before)
                .getResultList();
        if (due.isEmpty()) return 0;
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
        return due.size();
    }
}
