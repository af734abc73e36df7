package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Locks rooms in order to allocate numbers. Several rooms must be locked in ascending order, to prevent deadlocks. */
public final class RoomLock {

    private RoomLock() {}

    /**
     * Locks one room until the end of the transaction and reads its present state.
     *
     * <p>By an UPDATE that changes nothing, because that locks the row on every database; SQLite has no SELECT FOR
     * UPDATE.
     *
     * @return the room, or null if there is none with this id
     */
    public static Room lock(EntityManager em, long roomId) {
        if (!hold(em, roomId)) return null;
        var room = em.find(Room.class, roomId);
        em.refresh(room);
        return room;
    }

    /**
     * Locks all rooms, so that nothing is posted until the end of the transaction.
     *
     * @return their ids, ascending
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
