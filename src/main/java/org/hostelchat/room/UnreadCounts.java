package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.storage.Columns;

/**
 * Counts a person's unread posts: those by others after the read mark that have not been deleted. One query for all
 * rooms. The cost does not grow with the number of unread posts: the total is the difference of two stored counts, and
 * the person's own posts and deleted ones, which are subtracted, are counted by an index.
 */
final class UnreadCounts {

    private UnreadCounts() {}

    /**
     * What one person has not read of a room.
     *
     * @param mentions how many of the posts mention them, or everybody
     */
    record Count(long posts, long mentions) {
        static final Count NOTHING = new Count(0, 0);
    }

    /** How far somebody has read in a room, and the last number to count up to. */
    record Span(long roomId, long read, long last) {}

    /** @return the count of each of these rooms */
    static Map<Long, Count> of(EntityManager em, long userId, List<Span> spans) {
        if (spans.isEmpty()) return Map.of();
        var query = em.createNativeQuery(sql(spans.size()));
        var next = 1;
        for (var span : spans) {
            query.setParameter(next++, span.roomId());
            query.setParameter(next++, span.read());
            query.setParameter(next++, span.last());
        }
        for (var i = 0; i < 3; i++) query.setParameter(next++, userId);
        return counts(query);
    }

    /** The parameters are room, read mark and last number of each room, and the person three times at the end. */
    static String sql(int rooms) {
        var bigint = "cast(? as bigint)";
        var values = String.join(", ", Collections.nCopies(rooms, "(" + bigint + ", " + bigint + ", " + bigint + ")"));
        var within = " from messages m where m.room_id = span.room_id and m.seq > span.seq and m.seq <= span.last"
                + " and m.post = 1 and m.kind ";
        return "with span (room_id, seq, last) as (values " + values + ")"
                + " select span.room_id, at_last.posts - coalesce(at_mark.posts, 0)"
                + " - (select count(*)" + within + "= 'TOMBSTONE')"
                + " - (select count(*)" + within + "<> 'TOMBSTONE' and m.author_id = ?),"
                + " (select count(distinct x.seq) from mentions x where x.room_id = span.room_id and x.user_id in (0, ?)"
                + " and x.seq > span.seq and x.seq <= span.last and x.author_id <> ?)"
                + " from span"
                + " join messages at_last on at_last.room_id = span.room_id and at_last.seq = span.last"
                + " left join messages at_mark on at_mark.room_id = span.room_id and at_mark.seq = span.seq";
    }

    private static Map<Long, Count> counts(Query query) {
        var counts = new HashMap<Long, Count>();
        for (var row : query.getResultList()) {
            var columns = (Object[]) row;
            counts.put(Columns.number(columns[0]), new Count(Columns.number(columns[1]), Columns.number(columns[2])));
        }
        return counts;
    }
}
