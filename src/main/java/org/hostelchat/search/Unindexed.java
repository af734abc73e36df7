package org.hostelchat.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.hostelchat.storage.Columns;

/** Reads what the index does not know yet: the rooms whose logs go beyond it, and the messages that changed since. */
final class Unindexed {

    /** The most recent events of a room that a search checks itself. The index is seldom more than a second behind. */
    private static final long MOST = 200;

    /** A room whose log is indexed up to a number below its last. */
    record Behind(long room, long indexed, long last) {}

    private Unindexed() {}

    /** Rooms with ids above {@code after} that have events not indexed yet, ascending, at most {@code limit}. */
    static List<Behind> rooms(EntityManager em, long after, int limit) {
        return rooms(em, "r.id > " + after + " order by r.id limit " + limit);
    }

    private static List<Behind> rooms(EntityManager em, String which) {
        var rooms = new ArrayList<Behind>();
        for (var row : em.createNativeQuery("select r.id, coalesce(s.seq, 0), r.last_seq from rooms r"
                        + " left join search_progress s on s.room_id = r.id"
                        + " where r.last_seq > coalesce(s.seq, 0) and " + which)
                .getResultList()) {
            var columns = (Object[]) row;
            rooms.add(new Behind(Columns.number(columns[0]), Columns.number(columns[1]), Columns.number(columns[2])));
        }
        return rooms;
    }

    /** The ids of messages in these rooms that were posted or edited and are not indexed yet, ascending. */
    static NavigableSet<Long> messages(EntityManager em, Set<Long> of) {
        var found = new TreeSet<Long>();
        if (of.isEmpty()) return found;
        var behind = rooms(em, "r.id in (" + Candidates.joined(of) + ')');
        if (behind.isEmpty()) return found;
        var spans = new StringBuilder();
        for (var room : behind) {
            var from = Math.max(room.indexed(), room.last() - MOST);
            spans.append(spans.isEmpty() ? "(" : ", (")
                    .append(room.room())
                    .append(", ")
                    .append(from)
                    .append(')');
        }
        for (var row : em.createNativeQuery("with span (room_id, seq) as (values " + spans + ")"
                        + " select case when m.kind = 'EDITED' then t.id else m.id end from span"
                        + " join messages m on m.room_id = span.room_id and m.seq > span.seq"
                        + " left join messages t on m.kind = 'EDITED' and t.room_id = m.room_id and t.seq = m.target"
                        + " where m.kind in ('POSTED', 'EDITED') order by m.id desc limit " + 2 * MOST)
                .getResultList()) {
            if (row != null) found.add(Columns.number(row));
        }
        return found;
    }
}
