package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.User;

/** What everything that changes rooms and memberships looks up first, within its transaction. */
final class RoomLookup {

    private RoomLookup() {}

    /**
     * Locks an open room: nobody is put into it or out of it, and nothing is posted in it, until the end of the transaction.
     *
     * @throws Refusal.NotFound if there is none of this number, or it is closed
     */
    static Room lockOpen(EntityManager em, long roomId) {
        var room = RoomLock.lock(em, roomId);
        if (room == null || !room.isOpen()) throw Rooms.notThere();
        return room;
    }

    /** @return null if the person has none */
    static Membership membership(EntityManager em, long userId, Room room) {
        return em.find(Membership.class, new PersonInRoom(userId, room.id()));
    }

    /** Whether a person is in an open room. */
    static boolean isIn(EntityManager em, long userId, Room room) {
        return room.kind().holdsEverybody() || membership(em, userId, room) != null;
    }

    /**
     * @return the active accounts of these numbers
     * @throws Refusal.Unacceptable if one of them is not there
     */
    static List<User> active(EntityManager em, Collection<Long> userIds) {
        if (userIds.isEmpty()) return List.of();
        var found = em.createQuery("select u from User u where u.id in :ids and u.active = true", User.class)
                .setParameter("ids", userIds)
                .getResultList();
        if (found.size() < userIds.size()) {
            throw new Refusal.Unacceptable("wrong-people", "people", Phrase.of("room.somebody-gone"));
        }
        return found;
    }

    /** Refuses to put somebody into one more open room or group. Direct rooms don't count: nobody can leave them. */
    static void refuseTooMany(EntityManager em, User user, boolean oneself) {
        var rooms = em.createQuery(
                        "select count(m) from Membership m join Room r on r.id = m.id.roomId"
                                + " where m.id.userId = :user and r.closedAt is null and r.kind in :kinds",
                        Long.class)
                .setParameter("user", user.id())
                .setParameter("kinds", RoomKind.CHANGING)
                .getSingleResult();
        if (rooms < RoomSettings.MOST_ROOMS) return;
        throw new Refusal.Conflict(
                "too-many-rooms",
                oneself
                        ? Phrase.of("room.too-many-joined", "count", rooms)
                        : Phrase.of("room.too-many-of-theirs", "name", user.name()));
    }
}
