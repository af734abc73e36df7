package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.ParameterMarks;

/**
 * When something was last posted in direct rooms, by which lists of them are ordered. One query for all rooms, which reads one row of
 * each and those of what happened after its last post. Edits and deletions move no room up.
 */
final class LatestPosts {

    private LatestPosts() {}

    /** @return the time of the last post in each of these rooms, taken back or not; where there is none, when the room was made */
    static Map<Long, Instant> of(EntityManager em, Collection<Long> roomIds) {
        if (roomIds.isEmpty()) return Map.of();
        var query = em.createNativeQuery("select r.id, coalesce((select m.at from messages m"
                + " where m.room_id = r.id and m.post = 1 order by m.seq desc limit 1), r.created_at)"
                + " from rooms r where r.id in (" + ParameterMarks.of(roomIds) + ")");
        var next = 1;
        for (var id : roomIds) query.setParameter(next++, id);
        var times = new HashMap<Long, Instant>();
        for (var row : query.getResultList()) {
            var columns = (Object[]) row;
            times.put(Columns.number(columns[0]), Columns.time(columns[1]));
        }
        return times;
    }
}
