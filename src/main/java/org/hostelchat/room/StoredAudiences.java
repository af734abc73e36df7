package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.ParameterMarks;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.Residence;

/** The audiences of rooms, one row for each value. To be called within the caller's transaction. */
final class StoredAudiences {

    private StoredAudiences() {}

    private static final String OPEN = "select a.room_id, a.field, a.value from room_audience a"
            + " join rooms r on r.id = a.room_id where r.closed_at is null";

    private static final String ORDER = " order by a.room_id, a.field, a.place";

    /** Of all rooms that are not closed, by room; with one query. */
    static Map<Long, Audience> all(EntityManager em) {
        return read(em.createNativeQuery(OPEN + ORDER).getResultList());
    }

    /** The same of the rooms of one kind. */
    static Map<Long, Audience> all(EntityManager em, RoomKind kind) {
        return read(em.createNativeQuery(OPEN + " and r.kind = ?1" + ORDER)
                .setParameter(1, kind.name())
                .getResultList());
    }

    /** Of these rooms, closed or not; those that follow nothing are left out. With one query, or none. */
    static Map<Long, Audience> of(EntityManager em, Collection<Long> rooms) {
        if (rooms.isEmpty()) return Map.of();
        var query = em.createNativeQuery("select a.room_id, a.field, a.value from room_audience a where a.room_id in ("
                + ParameterMarks.of(rooms) + ")" + ORDER);
        var next = 1;
        for (var room : rooms) query.setParameter(next++, room);
        return read(query.getResultList());
    }

    /** Null for a room that does not follow the register. */
    static Audience of(EntityManager em, long room) {
        return read(em.createNativeQuery(
                                "select a.room_id, a.field, a.value from room_audience a where a.room_id = ?1 order by a.field, a.place")
                        .setParameter(1, room)
                        .getResultList())
                .get(room);
    }

    private static Map<Long, Audience> read(List<?> rows) {
        var byRoom = new TreeMap<Long, Map<RegisterColumn, List<String>>>();
        for (var row : rows) {
            var columns = (Object[]) row;
            RegisterColumn.of((String) columns[1]).ifPresent(column -> byRoom.computeIfAbsent(
                            Columns.number(columns[0]), id -> new EnumMap<>(RegisterColumn.class))
                    .computeIfAbsent(column, name -> new ArrayList<>())
                    .add((String) columns[2]));
        }
        var audiences = new TreeMap<Long, Audience>();
        byRoom.forEach((room, columns) -> audiences.put(room, new Audience(columns)));
        return audiences;
    }

    /**
     * Replaces a room's audience. The room must be stored.
     *
     * @param audience null for none
     */
    static void put(EntityManager em, long room, Audience audience) {
        em.createNativeQuery("delete from room_audience where room_id = ?1")
                .setParameter(1, room)
                .executeUpdate();
        if (audience == null) return;
        audience.columns().forEach((column, values) -> {
            var rows = Collections.nCopies(values.size(), "(?, ?, ?, ?, ?)");
            var insert =
                    em.createNativeQuery("insert into room_audience (room_id, field, value_key, value, place) values "
                            + String.join(", ", rows));
            var next = 1;
            for (var place = 0; place < values.size(); place++) {
                insert.setParameter(next++, room)
                        .setParameter(next++, column.code())
                        .setParameter(next++, Residence.key(values.get(place)))
                        .setParameter(next++, values.get(place))
                        .setParameter(next++, place);
            }
            insert.executeUpdate();
        });
    }
}
