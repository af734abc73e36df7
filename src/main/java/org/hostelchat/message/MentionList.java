package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.RoomKind;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/**
 * Lists the posts that mention a person, in the rooms that they are in now and as far as they may read them.
 * Thread-safe.
 */
@ApplicationScoped
public class MentionList {

    /** A post that mentions the reader, or everybody in the room. */
    public record Mentioned(long room, String roomName, long seq, long by, String name, Instant at, String body) {}

    /** A position in the list: the last item of the page before. */
    public record Cursor(Instant at, long room, long seq) {}

    private static final Comparator<Mentioned> NEWEST_FIRST = Comparator.comparing(Mentioned::at)
            .thenComparing(Mentioned::room)
            .thenComparing(Mentioned::seq)
            .reversed();

    private static final String KINDS_OF_EVERYBODY =
            RoomKind.OF_EVERYBODY.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", "));

    /** Parameters: the reader twice, then the id that is mentioned. */
    private static final String SQL =
            "select x.room_id, r.name, x.seq, m.author_id, u.name, x.at, m.body from mentions x"
                    + " join messages m on m.room_id = x.room_id and m.seq = x.seq"
                    + " join rooms r on r.id = x.room_id"
                    + " join users u on u.id = m.author_id"
                    + " left join memberships b on b.room_id = x.room_id and b.user_id = ?1"
                    + " where x.author_id <> ?2 and x.user_id = ?3 and r.closed_at is null"
                    + " and (r.kind in (" + KINDS_OF_EVERYBODY + ") or b.first_seq <= x.seq)";

    /** The cursor's time is compared twice: the database uses an index for the first condition, but not for the "or". */
    private static final String BEFORE =
            " and x.at <= ?4 and (x.at < ?5 or x.at = ?6 and (x.room_id < ?7" + " or x.room_id = ?8 and x.seq < ?9))";

    private static final String ORDER = " order by x.at desc, x.room_id desc, x.seq desc";

    private final Transactions transactions;
    private final RoomAccess access;

    @Inject
    public MentionList(Transactions transactions, RoomAccess access) {
        this.transactions = transactions;
        this.access = access;
    }

    /** For the CDI proxy. */
    protected MentionList() {
        this(null, null);
    }

    /**
     * A page of mentions, newest first.
     *
     * @param before null for the first page
     */
    public List<Mentioned> of(Caller caller, Cursor before, int limit) {
        // The name of a direct room depends on the reader.
        var rooms = access.readable(caller);
        return transactions.read(em -> Stream.of(caller.id(), Mentions.EVERYBODY)
                .flatMap(whose -> read(em, caller, whose, before, limit, rooms).stream())
                .distinct()
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList());
    }

    private static List<Mentioned> read(
            EntityManager em,
            Caller caller,
            long whose,
            Cursor before,
            int limit,
            Map<Long, RoomAccess.ReadableRoom> rooms) {
        var query = em.createNativeQuery(SQL + (before == null ? "" : BEFORE) + ORDER)
                .setParameter(1, caller.id())
                .setParameter(2, caller.id())
                .setParameter(3, whose)
                .setMaxResults(limit);
        if (before != null) {
            var at = before.at().toEpochMilli();
            query.setParameter(4, at).setParameter(5, at).setParameter(6, at);
            query.setParameter(7, before.room()).setParameter(8, before.room()).setParameter(9, before.seq());
        }
        var found = new ArrayList<Mentioned>();
        for (var row : query.getResultList()) found.add(mentioned((Object[]) row, rooms));
        return found;
    }

    private static Mentioned mentioned(Object[] row, Map<Long, RoomAccess.ReadableRoom> rooms) {
        var id = Columns.number(row[0]);
        var room = rooms.get(id);
        return new Mentioned(
                id,
                room == null ? (String) row[1] : room.name(),
                Columns.number(row[2]),
                Columns.number(row[3]),
                (String) row[4],
                Columns.time(row[5]),
                (String) row[6]);
    }
}
