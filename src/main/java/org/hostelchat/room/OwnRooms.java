package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rooms of one person with their personal state, read by a fixed number of queries, whatever the number of rooms.
 *
 * @param rooms by id
 * @param memberships by room; usually none for rooms that hold everybody
 * @param people the people of the direct rooms, by room
 * @param read the person's read mark in each room, at least the number before the first that they may read
 */
record OwnRooms(
        Map<Long, Room> rooms,
        Map<Long, Membership> memberships,
        Map<Long, List<RoomPerson>> people,
        Map<Long, Long> read) {

    /** @param unsaved read marks that are buffered and not stored yet, by room; must be read before this call */
    static OwnRooms read(EntityManager em, long userId, Map<Long, ReadMarks.Buffered> unsaved) {
        var rooms = new TreeMap<Long, Room>();
        var memberships = new HashMap<Long, Membership>();
        em.createQuery("select r from Room r where r.closedAt is null and r.kind in :everybody", Room.class)
                .setParameter("everybody", RoomKind.OF_EVERYBODY)
                .getResultStream()
                .forEach(room -> rooms.put(room.id(), room));
        em.createQuery(
                        "select m, r from Membership m join Room r on r.id = m.id.roomId"
                                + " where m.id.userId = :user and r.closedAt is null",
                        Object[].class)
                .setParameter("user", userId)
                .getResultStream()
                .forEach(row -> {
                    var room = (Room) row[1];
                    rooms.put(room.id(), room);
                    memberships.put(room.id(), (Membership) row[0]);
                });
        var marks = em.createQuery("select m from ReadMark m where m.id.userId = :user", ReadMark.class)
                .setParameter("user", userId)
                .getResultStream();
        return of(rooms, memberships, people(em, rooms.values()), marks, unsaved);
    }

    /** One room, whether the person is in it or not. */
    static OwnRooms read(EntityManager em, long userId, Room room, Map<Long, ReadMarks.Buffered> unsaved) {
        var membership = RoomLookup.membership(em, userId, room);
        var memberships = membership == null ? Map.<Long, Membership>of() : Map.of(room.id(), membership);
        var mark = em.find(ReadMark.class, new PersonInRoom(userId, room.id()));
        return of(Map.of(room.id(), room), memberships, people(em, List.of(room)), Stream.ofNullable(mark), unsaved);
    }

    /**
     * One room for each of these people who is a member, by person.
     *
     * @param unsaved by person, as above
     */
    static Map<Long, OwnRooms> read(EntityManager em, Room room, Map<Long, Map<Long, ReadMarks.Buffered>> unsaved) {
        var people = people(em, List.of(room));
        var marks = em.createQuery(
                        "select m from ReadMark m where m.id.roomId = :room and m.id.userId in :users", ReadMark.class)
                .setParameter("room", room.id())
                .setParameter("users", unsaved.keySet())
                .getResultStream()
                .collect(Collectors.groupingBy(ReadMark::userId));
        return em.createQuery(
                        "select m from Membership m where m.id.roomId = :room and m.id.userId in :users",
                        Membership.class)
                .setParameter("room", room.id())
                .setParameter("users", unsaved.keySet())
                .getResultStream()
                .collect(Collectors.toMap(Membership::userId, membership -> {
                    var user = membership.userId();
                    var own = marks.getOrDefault(user, List.of()).stream();
                    var memberships = Map.of(room.id(), membership);
                    return of(Map.of(room.id(), room), memberships, people, own, unsaved.get(user));
                }));
    }

    private static OwnRooms of(
            Map<Long, Room> rooms,
            Map<Long, Membership> memberships,
            Map<Long, List<RoomPerson>> people,
            Stream<ReadMark> marks,
            Map<Long, ReadMarks.Buffered> unsaved) {
        var read = new HashMap<Long, Long>();
        marks.forEach(mark -> read.put(mark.roomId(), mark.read()));
        unsaved.forEach((room, mark) -> read.merge(room, mark.seq(), (stored, seq) -> mark.over(stored)));
        memberships.forEach((room, membership) -> read.merge(room, membership.first() - 1, Math::max));
        return new OwnRooms(rooms, memberships, people, read);
    }

    private static Map<Long, List<RoomPerson>> people(EntityManager em, Collection<Room> rooms) {
        var direct = rooms.stream()
                .filter(room -> room.kind() == RoomKind.DIRECT)
                .map(Room::id)
                .toList();
        if (direct.isEmpty()) return Map.of();
        return em.createQuery(
                        "select m.id.roomId, u.id, u.name from Membership m join User u on u.id = m.id.userId"
                                + " where m.id.roomId in :rooms order by u.id",
                        Object[].class)
                .setParameter("rooms", direct)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0],
                        Collectors.mapping(
                                row -> new RoomPerson((Long) row[1], (String) row[2]), Collectors.toList())));
    }

    /** The rooms that may have unread posts. */
    List<UnreadCounts.Span> behind() {
        return rooms.values().stream()
                .map(room -> new UnreadCounts.Span(room.id(), readIn(room), room.last()))
                .filter(span -> span.read() < span.last())
                .toList();
    }

    /**
     * @param unread numbers of unread posts, by room
     * @param saidAt when something was last posted, by direct room
     */
    List<RoomView> views(long userId, Map<Long, UnreadCounts.Count> unread, Map<Long, Instant> saidAt) {
        return rooms.values().stream()
                .map(room -> view(
                        userId,
                        room,
                        unread.getOrDefault(room.id(), UnreadCounts.Count.NOTHING),
                        saidAt.get(room.id())))
                .toList();
    }

    /** The numbers of the direct rooms among them. */
    Set<Long> direct() {
        return people.keySet();
    }

    private RoomView view(long userId, Room room, UnreadCounts.Count unread, Instant saidAt) {
        var membership = memberships.get(room.id());
        var own = people.getOrDefault(room.id(), List.of());
        var plain = membership == null || room.kind().holdsEverybody();
        return new RoomView(
                room.id(),
                room.kind() == RoomKind.DIRECT ? nameFor(userId, own) : room.name(),
                room.kind(),
                room.last(),
                readIn(room),
                unread.posts(),
                unread.mentions(),
                membership == null ? Involvement.ALL : membership.involvement(),
                room.posting(),
                room.topic(),
                own,
                plain ? 1 : membership.first(),
                saidAt,
                room.slow(),
                room.retention());
    }

    private long readIn(Room room) {
        return read.getOrDefault(room.id(), 0L);
    }

    private static String nameFor(long userId, List<RoomPerson> people) {
        var others = people.stream()
                .filter(person -> person.id() != userId)
                .map(RoomPerson::name)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "Nobody else is here any more" : others;
    }
}
