package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hostelchat.storage.Columns;

/**
 * Notes where messages lie that were moved in, for whoever looks for times by ids: elsewhere times grow with ids. A row of {@code moved_spans} is a
 * span of ids, with the earliest and the latest time in it.
 */
final class MovedSpans {

    /** A span ends at so many ids, so that a search for one day does not read all that was ever moved in. */
    private static final long LONGEST = 100_000;

    /** So many ids of others between two portions belong to the same span. */
    private static final long WIDEST_GAP = 1_000;

    private MovedSpans() {}

    /**
     * Notes messages that were stored just now, within the same transaction.
     *
     * @param first the number of the first one in its room
     * @param last the number of the last one
     * @param now when: others talk meanwhile
     */
    static void note(EntityManager em, long room, long first, long last, List<ImportedLine> lines, Instant now) {
        var ids = (Object[]) em.createNativeQuery(
                        "select min(id), max(id) from messages where room_id = ?1 and seq >= ?2 and seq <= ?3")
                .setParameter(1, room)
                .setParameter(2, first)
                .setParameter(3, last)
                .getSingleResult();
        var firstAt = now.toEpochMilli();
        var lastAt = firstAt;
        for (var line : lines) {
            firstAt = Math.min(firstAt, line.at().toEpochMilli());
            lastAt = Math.max(lastAt, line.at().toEpochMilli());
        }
        note(em, Columns.number(ids[0]), Columns.number(ids[1]), firstAt, lastAt);
    }

    private static void note(EntityManager em, long first, long last, long firstAt, long lastAt) {
        var isLonger = em.createNativeQuery("update moved_spans set last_id = ?2,"
                                + " first_at = case when first_at < ?3 then first_at else ?3 end,"
                                + " last_at = case when last_at > ?4 then last_at else ?4 end"
                                + " where first_id = (select max(first_id) from moved_spans) and last_id >= ?1 - "
                                + WIDEST_GAP
                                + " and first_id > ?2 - " + LONGEST)
                        .setParameter(1, first)
                        .setParameter(2, last)
                        .setParameter(3, firstAt)
                        .setParameter(4, lastAt)
                        .executeUpdate()
                == 1;
        if (isLonger) return;
        em.createNativeQuery("insert into moved_spans (first_id, last_id, first_at, last_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, first)
                .setParameter(2, last)
                .setParameter(3, firstAt)
                .setParameter(4, lastAt)
                .executeUpdate();
    }
}
