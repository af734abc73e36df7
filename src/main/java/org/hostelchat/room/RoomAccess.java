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
 * The one place that answers who may be where: every door asks here before it reads or tells anything of a room. A room that is
 * closed, not there, or not somebody's is one and the same to them.
 *
 * <p>What is asked here holds at the time of the question. Whoever stores something asks within the transaction, with the room
 * locked: {@link RoomMembers}.
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

    /** For the container's proxy. */
    protected RoomAccess() {
        this(null);
    }

    /**
     * What a person may read of a room.
     *
     * @param first the first of its numbers that they may read, 1 for its whole past
     */
    public record Reach(Room room, long first) {}

    /** One of the rooms that a person is in now, as they know it: by its name for them, and from which number on they may read. */
    public record Readable(String name, RoomKind kind, long first) {}

    /** All open rooms that the caller is in, by number. By a fixed number of queries. */
    public Map<Long, Readable> readable(Caller caller) {
        caller.requireAccount();
        return transactions.read(em -> OwnRooms.read(em, caller.id(), Map.of())).views(caller.id(), Map.of()).stream()
                .collect(Collectors.toMap(RoomView::id, room -> new Readable(room.name(), room.kind(), room.first())));
    }

    /** Whether a person is in an open room now. */
    public boolean mayRead(long userId, long roomId) {
        return transactions.read(em -> reach(em, userId, roomId)) != null;
    }

    /**
     * A room that the caller is in.
     *
     * @throws Refusal.NotFound if there is no such room, it is closed, or not the caller's
     */
    public Reach require(Caller caller, long roomId) {
        caller.requireAccount();
        var reach = transactions.read(em -> reach(em, caller.id(), roomId));
        if (reach == null) throw Rooms.notThere();
        return reach;
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
