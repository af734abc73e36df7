package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.stream.Collectors;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/**
 * The only class that decides who may read a room; every adapter asks it before reading or sending anything. Rooms that
 * are closed, do not exist, or may not be read are reported in the same way.
 *
 * <p>An answer is valid at the time of the call. Code that stores something must ask within its transaction, with the
 * room locked: {@link RoomMembers}.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class RoomAccess {

    private final Transactions transactions;

    @Inject
    public RoomAccess(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected RoomAccess() {
        this(null);
    }

    /**
     * What a person may read of a room.
     *
     * @param first the first number that they may read, 1 for all
     */
    public record Reach(Room room, long first) {}

    /** A room that a person is in: its name as shown to them, and the first number that they may read. */
    public record ReadableRoom(String name, RoomKind kind, long first) {}

    /** The rooms that the caller is in and that are not closed, by id. With a fixed number of queries. */
    public Map<Long, ReadableRoom> readable(Caller caller) {
        caller.requireAccount();
        return transactions
                .read(em -> OwnRooms.read(em, caller.id(), Map.of()))
                .views(caller.id(), Map.of(), Map.of())
                .stream()
                .collect(Collectors.toMap(
                        RoomView::id, room -> new ReadableRoom(room.name(), room.kind(), room.first())));
    }

    /** Whether the room is not closed and the person is in it. */
    public boolean mayRead(long userId, long roomId) {
        return transactions.read(em -> reach(em, userId, roomId)) != null;
    }

    /**
     * A room that the caller is in.
     *
     * @throws Refusal.NotFound if there is no such room, it is closed, or the caller is not in it
     */
    public Reach require(Caller caller, long roomId) {
        caller.requireAccount();
        var reach = transactions.read(em -> reach(em, caller.id(), roomId));
        if (reach == null) throw Rooms.notThere();
        return reach;
    }

    /**
     * A room whose members an official may see: one that is not private, or that they are in themselves.
     *
     * @throws Refusal.NotFound if there is no such room, it is closed, or the official may not see it
     */
    Room overseen(Caller official, long roomId) {
        var room = transactions.read(em -> {
            var found = em.find(Room.class, roomId);
            var isSeen = found != null
                    && found.isOpen()
                    && (!found.kind().isPrivate() || RoomLookup.isIn(em, official.id(), found));
            return isSeen ? found : null;
        });
        if (room == null) throw Rooms.notThere();
        return room;
    }

    /** @return null if there is no such room, it is closed, or the person is not in it */
    static Reach reach(EntityManager em, long userId, long roomId) {
        var room = em.find(Room.class, roomId);
        if (room == null || !room.isOpen()) return null;
        if (room.kind().holdsEverybody()) return new Reach(room, 1);
        var membership = RoomLookup.membership(em, userId, room);
        return membership == null ? null : new Reach(room, membership.first());
    }
}
