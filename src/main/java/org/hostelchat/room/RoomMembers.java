package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of some people are in which of some rooms, read at once within a transaction that has locked these rooms: the
 * result is valid until that transaction ends, because changes of membership need the same locks.
 */
public final class RoomMembers {

    private final Map<PersonInRoom, Membership> memberships = new HashMap<>();

    private RoomMembers() {}

    /**
     * Does not query the database if all the rooms hold everybody.
     *
     * @param rooms locked by {@link RoomLock}; null for a room that does not exist
     */
    public static RoomMembers among(EntityManager em, Collection<Room> rooms, Set<Long> userIds) {
        var members = new RoomMembers();
        var ids = rooms.stream()
                .filter(Objects::nonNull)
                .filter(room -> !room.kind().holdsEverybody())
                .map(Room::id)
                .toList();
        if (ids.isEmpty() || userIds.isEmpty()) return members;
        em.createQuery(
                        "select m from Membership m where m.id.roomId in :rooms and m.id.userId in :people",
                        Membership.class)
                .setParameter("rooms", ids)
                .setParameter("people", userIds)
                .getResultList()
                .forEach(membership -> members.memberships.put(membership.id(), membership));
        return members;
    }

    /** Whether the room is not closed and the person is in it. */
    public boolean isIn(long userId, Room room) {
        return firstReadable(userId, room) > 0;
    }

    /** The first number of the room that this person may read; 0 if the room is closed or they are not in it. */
    public long firstReadable(long userId, Room room) {
        if (!room.isOpen()) return 0;
        if (room.kind().holdsEverybody()) return 1;
        var membership = memberships.get(new PersonInRoom(userId, room.id()));
        return membership == null ? 0 : membership.first();
    }

    /** How many members these rooms have, those without any left out. Needs no lock: it is for lists that people read. */
    static Map<Long, Long> counts(EntityManager em, Collection<Long> rooms) {
        return em.createQuery(
                        "select m.id.roomId, count(m) from Membership m where m.id.roomId in :rooms group by m.id.roomId",
                        Object[].class)
                .setParameter("rooms", rooms)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}
