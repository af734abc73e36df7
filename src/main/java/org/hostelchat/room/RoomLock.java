package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Locks rooms for handing out numbers. Whoever locks several does so in ascending order, or two transactions could wait for
 * each other.
 */
public final class RoomLock {

    private RoomLock() {}

    /**
     * Locks one room until the end of the transaction and reads it afresh.
     *
     * <p>By an UPDATE that changes nothing, because that locks the row on every database; a SELECT FOR UPDATE does not exist
     * in SQLite.
     *
     * @return the room, or null if there is none of this number
     */
    public static Room lock(EntityManager em, long roomId) {
        if (!hold(em, roomId)) return null;
        var room = em.find(Room.class, roomId);
        em.refresh(room);
        return room;
    }

    /**
     * Locks every room that there is: nothing more is said in any of them until the end of the transaction.
     *
     * @return their numbers, ascending
     */
    public static List<Long> lockAll(EntityManager em) {
        var ids = em.createQuery("select r.id from Room r order by r.id", Long.class)
                .getResultList();
        ids.forEach(id -> hold(em, id));
        return ids;
    }

    private static boolean hold(EntityManager em, long roomId) {
        return em.createQuery("update Room r set r.last = r.last where r.id = :id")
                        .setParameter("id", roomId)
                        .executeUpdate()
                == 1;
    }
}
