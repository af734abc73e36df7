package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts a person's unread posts: those by others after the read mark that have not been deleted. One query for all
 * rooms. The cost does not grow with the number of unread posts: the total is the difference of two stored counts, and
 * the person's own posts and deleted ones, which are subtracted, are counted by an index.
 */
final class UnreadCounts {

    private UnreadCounts() {}

    /** A room with the read mark and the last number to count. */
    record Span(long roomId, long read, long last) {}

    /** @return the count for each of these rooms */
    static Map<Long, Long> of(EntityManager em, long userId, List<Span> spans) {
        if (spans.isEmpty()) return Map.of();
        var query = em.createNativeQuery(sql(spans.size()));
        var next = 1;
        for (var span : spans) {
            query.setParameter(next++, span.roomId());
            query.setParameter(next++, span.read());
            query.setParameter(next++, span.last());
        }
        query.setParameter(next, userId);
        return counts(query);
    }

    /** The parameters are room, read mark and last number of each room, and the person at the end. */
    static String sql(int rooms) {
        var bigint = "cast(? as bigint)";
        var values = String.join(", ", Collections.nCopies(rooms, "(" + bigint + ", " + bigint + ", " + bigint + ")"));
        var within = " from messages m where m.room_id = span.room_id and m.seq > span.seq and m.seq <= span.last"
                + " and m.post = 1 and m.kind ";
        return "with span (room_id, seq, last) as (values " + values + ")"
                + " select span.room_id, at_last.posts - coalesce(at_mark.posts, 0)"
                + " - (select count(*)" + within + "= 'TOMBSTONE')"
                + " - (select count(*)" + within + "<> 'TOMBSTONE' and m.author_id = ?)"
                + " from span"
                + " join messages at_last on at_last.room_id = span.room_id and at_last.seq = span.last"
                + " left join messages at_mark on at_mark.room_id = span.room_id and at_mark.seq = span.seq";
    }

    private static Map<Long, Long> counts(Query query) {
        var counts = new HashMap<Long, Long>();
        for (var row : query.getResultList()) {
            var columns = (Object[]) row;
            counts.put(((Number) columns[0]).longValue(), ((Number) columns[1]).longValue());
        }
        return counts;
    }
}
