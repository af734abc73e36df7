package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.User;

/** Queries that changes of rooms and memberships share. To be called within the caller's transaction. */
final class RoomLookup {

    private RoomLookup() {}

    /**
     * Locks an open room: until the end of the transaction its members cannot change and nothing can be posted.
     *
     * @throws Refusal.NotFound if there is none with this id, or it is closed
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

    /** Whether the room is not closed and the person is in it. */
    static boolean isIn(EntityManager em, long userId, Room room) {
        return room.kind().holdsEverybody() || membership(em, userId, room) != null;
    }

    /**
     * Names and topics are shown to others, so who is muted may not choose them. Officials and the operator are never muted.
     *
     * @throws Refusal.NotAllowed if the person is muted at this time
     */
    static void refuseMuted(EntityManager em, long userId, Instant now) {
        var user = em.find(User.class, userId);
        if (user != null && user.muted(now) != null) {
            throw new Refusal.NotAllowed("muted", Phrase.of("room.muted"));
        }
    }

    /**
     * @return the active accounts with these ids
     * @throws Refusal.Unacceptable if one of them does not exist or is not active
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

    /**
     * Refuses if the person is in the maximal number of open rooms and groups. Direct rooms are not counted, because
     * nobody can leave them.
     */
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
