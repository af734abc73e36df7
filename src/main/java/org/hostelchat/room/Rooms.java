package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/**
 * The rooms of the house. Every room holds all residents so far: whoever has an account is in every open room, and
 * {@link #require} is where a door asks.
 */
@ApplicationScoped
public class Rooms {

    @Inject
    private Transactions transactions;

    @Inject
    private ReadMarks readMarks;

    @Inject
    private Event<RoomOpened> opened;

    @Inject
    private Event<RoomClosed> closed;

    /** The rooms that the caller is in, the common room first, then by age. */
    public List<RoomView> of(Caller caller) {
        caller.requireAccount();
        return transactions.read(reader -> {
            // Before the stored ones, into which they may turn at any time.
            var unsaved = readMarks.unsaved(caller.id());
            return reader.createQuery(
                            "select r, m from Room r left join Membership m on m.id.roomId = r.id and m.id.userId = :user"
                                    + " where r.closedAt is null order by r.id",
                            Object[].class)
                    .setParameter("user", caller.id())
                    .getResultStream()
                    .map(row -> view((Room) row[0], (Membership) row[1]))
                    .map(view -> view.withRead(unsaved.getOrDefault(view.id(), 0L)))
                    .toList();
        });
    }

    /** Every room there ever was, for officials: those that are open first, then the closed ones, each by age. */
    public List<Room> all(Caller caller) {
        caller.requireAdmin();
        return transactions.read(reader -> reader.createQuery("select r from Room r order by r.id", Room.class)
                .getResultStream()
                .sorted(Comparator.comparing(room -> !room.isOpen()))
                .toList());
    }

    private static RoomView view(Room room, Membership mark) {
        return new RoomView(room.id(), room.name(), room.kind(), room.last(), mark == null ? 0 : mark.read());
    }

    /**
     * A room that the caller is in.
     *
     * @throws Refusal.NotFound if there is no such room, it is closed, or not the caller's
     */
    public Room require(Caller caller, long roomId) {
        caller.requireAccount();
        var room = transactions.read(reader -> reader.find(Room.class, roomId));
        if (room == null || !room.isOpen()) throw notThere();
        return room;
    }

    /** What whoever asks for a room that is not there or not theirs is told. */
    public static Refusal.NotFound notThere() {
        return new Refusal.NotFound("no-such-room", "There is no such room, or you are not in it.");
    }

    /** The last number of every open room, by room. */
    public Map<Long, Long> lastNumbers() {
        return transactions.read(
                reader -> reader.createQuery("select r.id, r.last from Room r where r.closedAt is null", Object[].class)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1])));
    }

    /** Makes the room in which a notice is discussed, within the caller's transaction. */
    public Room open(EntityManager em, RoomKind kind, String name) {
        var room = new Room(kind, name, Instant.now());
        em.persist(room);
        em.flush();
        opened.fire(new RoomOpened(room.id(), name, kind));
        return room;
    }

    /** Closes a room, within the caller's transaction. What was said in it stays stored. */
    public void close(EntityManager em, long roomId) {
        var room = RoomLock.lock(em, roomId);
        if (room == null || roomId == Room.COMMON) throw notThere();
        room.close(Instant.now());
        closed.fire(new RoomClosed(roomId));
    }
}
