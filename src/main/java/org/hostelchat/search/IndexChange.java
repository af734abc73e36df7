package org.hostelchat.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hostelchat.room.RoomKind;
import org.hostelchat.storage.Columns;

/**
 * The change to the index that one event of a room's log requires.
 *
 * @param indexed the number up to which the room's log was indexed before
 * @param message the id of the message to index; 0 for none
 * @param terms the present terms of that message; null to remove it
 * @param erased the id of the account whose messages in the room are to be removed; null for none
 */
record IndexChange(long room, long indexed, long seq, long message, boolean isNew, Set<String> terms, Long erased) {

    /** Messages of an erased account that are removed in one transaction. */
    private static final int ERASED_AT_ONCE = 4;

    private static final String EVENTS =
            "select m.id, m.seq, m.kind, m.author_id, m.body, m.target, t.id, t.seq, t.kind,"
                    + " t.author_id, t.body, r.kind from messages m join rooms r on r.id = m.room_id"
                    + " left join messages t on t.room_id = m.room_id and t.seq = m.target and m.kind in ('EDITED', 'DELETED')"
                    + " where m.room_id = ?1 and m.seq > ?2 order by m.seq limit ";

    /** The next events of a room after the indexed ones, ascending. */
    static List<IndexChange> read(EntityManager em, Unindexed.Behind room, int limit) {
        var changes = new ArrayList<IndexChange>();
        for (var row : em.createNativeQuery(EVENTS + limit)
                .setParameter(1, room.room())
                .setParameter(2, room.indexed())
                .getResultList()) {
            changes.add(of(room, (Object[]) row));
        }
        return changes;
    }

    private static IndexChange of(Unindexed.Behind room, Object[] row) {
        var seq = Columns.number(row[1]);
        var everybody = RoomKind.valueOf((String) row[11]).mayHoldEverybody();
        switch ((String) row[2]) {
            case "POSTED" -> {
                var terms = terms(room.room(), everybody, row[3], (String) row[4]);
                return new IndexChange(room.room(), room.indexed(), seq, Columns.number(row[0]), true, terms, null);
            }
            case "EDITED", "DELETED" -> {
                // The message is not indexed yet: its present text will be read when its own event is indexed.
                if (row[6] == null || Columns.number(row[7]) > room.indexed()) return nothing(room, seq);
                var terms = row[8].equals("POSTED") ? terms(room.room(), everybody, row[9], (String) row[10]) : null;
                return new IndexChange(room.room(), room.indexed(), seq, Columns.number(row[6]), false, terms, null);
            }
            case "ERASED" -> {
                return new IndexChange(room.room(), room.indexed(), seq, 0, false, null, Columns.number(row[5]));
            }
            default -> {
                return nothing(room, seq);
            }
        }
    }

    private static IndexChange nothing(Unindexed.Behind room, long seq) {
        return new IndexChange(room.room(), room.indexed(), seq, 0, false, null, null);
    }

    private static Set<String> terms(long room, boolean everybody, Object author, String body) {
        var terms = new LinkedHashSet<>(Tokens.terms(body));
        terms.add(Terms.room(room));
        if (everybody) terms.add(Terms.EVERYBODY);
        if (author != null) terms.add(Terms.author(Columns.number(author)));
        return terms;
    }

    /** Whether it removes terms from the index. */
    boolean removes() {
        return erased != null || (message != 0 && !isNew);
    }

    /**
     * Applies the change. To be called within a transaction.
     *
     * @return false if more is left to do, in a further transaction
     */
    boolean apply(EntityManager em, SearchIndex index) {
        if (erased != null) return takeOut(em, index);
        if (message == 0) return true;
        if (!isNew) index.remove(em, message);
        if (terms != null) index.add(em, message, terms);
        return true;
    }

    private boolean takeOut(EntityManager em, SearchIndex index) {
        var terms = Terms.none();
        terms.words().add(Terms.author(erased));
        terms.words().add(Terms.room(room));
        var found = index.find(em, terms, 0, Long.MAX_VALUE, ERASED_AT_ONCE);
        found.forEach(id -> index.remove(em, id));
        return found.size() < ERASED_AT_ONCE;
    }
}
