package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
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

    private static final String EVERYBODY = "('COMMON', 'NOTICE')";

    private static final String ROOMS_OF = "select r.id, 1 from rooms r where r.closed_at is null and r.kind in "
            + EVERYBODY
            + " union all select r.id, m.first_seq from memberships m join rooms r on r.id = m.room_id"
            + " where m.user_id = ? and r.closed_at is null and r.kind not in " + EVERYBODY;

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

    /**
     * The open rooms that a person is in, by one query, whatever there are of others.
     *
     * @return of each its first number that they may read, 1 for the whole past
     */
    public Map<Long, Long> roomsOf(long userId) {
        return transactions.read(em -> roomsOf(em, userId));
    }

    private static Map<Long, Long> roomsOf(EntityManager em, long userId) {
        var rooms = new HashMap<Long, Long>();
        for (var row : em.createNativeQuery(ROOMS_OF).setParameter(1, userId).getResultList()) {
            var columns = (Object[]) row;
            rooms.put(((Number) columns[0]).longValue(), ((Number) columns[1]).longValue());
        }
        return rooms;
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
        var membership = em.find(Membership.class, new Membership.Id(userId, roomId));
        return membership == null ? null : new Reach(room, membership.first());
    }
}
