package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hostelchat.storage.Columns;

/**
 * When the posts of one room that are not deleted were posted: of each {@value #LONGEST} posts in a row, when the earliest was. So posts older than
 * a time are found without reading the others, whatever their order: what was moved in from another program is older than what is before it. An
 * earliest time may be that of a post that is deleted since, but none is forgotten. Not thread-safe.
 */
final class PostTimes {

    /** Posts of one stretch, deleted ones included. */
    private static final int LONGEST = 1_000;

    /**
     * @param end the last number in it
     * @param posts how many there are, deleted ones included
     * @param earliest in epoch milliseconds; the highest number for none
     */
    private record Stretch(long end, int posts, long earliest) {}

    private final long room;

    /** By the number before the first one in it. */
    private final NavigableMap<Long, Stretch> stretches = new TreeMap<>();

    PostTimes(long room) {
        this.room = room;
    }

    /**
     * Reads the next stretch of the log.
     *
     * @param last the room's last number
     * @return whether there may be more
     */
    boolean readOn(EntityManager em, long last) {
        var newest = stretches.lastEntry();
        if (newest != null && newest.getValue().end() >= last) return false;
        var isOpen = newest != null && newest.getValue().posts() < LONGEST;
        var after = newest == null
                ? 0
                : isOpen ? newest.getKey() : newest.getValue().end();
        var stretch = read(em, after, last);
        stretches.put(after, stretch);
        return stretch.end() < last;
    }

    /** The numbers of posts that are not deleted and older than this, the lowest first; none if there are none. */
    List<Long> due(EntityManager em, Instant before, int most) {
        for (var stretch : stretches.entrySet()) {
            if (stretch.getValue().earliest() >= before.toEpochMilli()) continue;
            var due = older(em, stretch.getKey(), stretch.getValue().end(), before, most);
            if (!due.isEmpty()) return due;
            stretch.setValue(read(em, stretch.getKey(), stretch.getValue().end()));
        }
        return List.of();
    }

    @SuppressWarnings("unchecked")
    private List<Long> older(EntityManager em, long after, long end, Instant before, int most) {
        List<Object> found = em.createNativeQuery(
                        "select seq from messages where room_id = ?1 and post = 1 and seq > ?2"
                                + " and seq <= ?3 and kind = 'POSTED' and at < ?4 order by seq")
                .setParameter(1, room)
                .setParameter(2, after)
                .setParameter(3, end)
                .setParameter(4, before.toEpochMilli())
                .setMaxResults(most)
                .getResultList();
        return found.stream().map(Columns::number).toList();
    }

    /** Its end is the highest possible one if there are fewer posts. */
    private Stretch read(EntityManager em, long after, long last) {
        var row = (Object[]) em.createNativeQuery(
                        "select count(*), max(seq), min(case when kind = 'POSTED' then at end) from (select seq, kind, at"
                                + " from messages where room_id = ?1 and post = 1 and seq > ?2 and seq <= ?3 order by seq limit "
                                + LONGEST + ") stretch")
                .setParameter(1, room)
                .setParameter(2, after)
                .setParameter(3, last)
                .getSingleResult();
        var posts = (int) Columns.number(row[0]);
        return new Stretch(
                posts < LONGEST ? last : Columns.number(row[1]),
                posts,
                row[2] == null ? Long.MAX_VALUE : Columns.number(row[2]));
    }
}
