package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.User;

/**
 * Adds people to rooms and removes them. The room is locked meanwhile, so that each change is either before or after
 * every post in the room: see {@link RoomMembers}.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class Memberships {

    private final Transactions transactions;
    private final RoomAccess access;
    private final AuditLog audit;
    private final ChangeLog changes;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public Memberships(
            Transactions transactions,
            RoomAccess access,
            AuditLog audit,
            ChangeLog changes,
            AuditTrail trail,
            Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected Memberships() {
        this(null, null, null, null, null, null);
    }

    /**
     * Adds a person to a room: oneself to an open one, another person to a group that the caller is in. Officials may
     * add anybody to open rooms. Does nothing if the person is a member already.
     *
     * @throws Refusal.NotFound if there is no such room, the caller may not see it, or there is no such person
     * @throws Refusal.Conflict if it is not a room that people join, or the person is in too many
     */
    public void add(Caller caller, long roomId, long userId) {
        transactions.write(em -> {
            var room = RoomLookup.lockOpen(em, roomId);
            var own = RoomLookup.isIn(em, caller.id(), room);
            var joins = room.kind() == RoomKind.OPEN && (caller.id() == userId || caller.isAdmin());
            if (!own && !joins) throw Rooms.notThere();
            refuseFixed(room);
            if (!joins && room.kind() == RoomKind.OPEN) {
                throw new Refusal.NotAllowed("not-yours", Phrase.of("room.join-by-oneself"));
            }
            if (RoomLookup.membership(em, userId, room) == null) putIn(em, caller, room, userId);
            return null;
        });
    }

    private void putIn(EntityManager em, Caller caller, Room room, long userId) {
        var user = em.find(User.class, userId);
        if (user == null || !user.isActive()) {
            throw new Refusal.NotFound("no-such-user", Phrase.of("room.no-such-user"));
        }
        RoomLookup.refuseTooMany(em, user, userId == caller.id());
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        em.persist(new Membership(userId, room, room.firstForNewcomer(), at));
        em.flush();
        // Earlier posts do not count as unread.
        ReadMarks.store(em, userId, room.id(), room.last());
        changes.append(em, new Change.Joined(userId, room.id()));
        if (userId != caller.id() && caller.isAdmin()) {
            audit.recordOnSuccess("member-added", caller, "room", room.id(), "user", userId);
            trail.record(em, new RoomRecord(room).member(AuditAct.MEMBER_ADDED, caller, user));
        }
    }

    /**
     * Removes a person from a room: oneself, or, by the maker of a group and by officials, another person. Does nothing
     * if the person is not a member.
     *
     * @throws Refusal.NotFound if there is no such room, or the caller may not see it
     * @throws Refusal.NotAllowed if the caller may not do it
     * @throws Refusal.Conflict if it is not a room that people leave
     */
    public void remove(Caller caller, long roomId, long userId) {
        transactions.write(em -> {
            var room = RoomLookup.lockOpen(em, roomId);
            var leaves = caller.id() == userId;
            if (!RoomLookup.isIn(em, caller.id(), room) && !mayActFromOutside(em, caller, room, leaves)) {
                throw Rooms.notThere();
            }
            refuseFixed(room);
            if (!leaves && !mayRemoveOthers(em, caller, room)) {
                throw new Refusal.NotAllowed(
                        "not-yours",
                        room.kind() == RoomKind.OPEN
                                ? Phrase.of("room.leave-by-oneself")
                                : Phrase.of("room.only-maker-removes"));
            }
            var membership = RoomLookup.membership(em, userId, room);
            if (membership != null) takeOut(em, caller, room, membership);
            return null;
        });
    }

    /**
     * Officials may act in open rooms and groups without being members; and somebody who has left may repeat that,
     * because removing is idempotent, provided that they were a member before.
     */
    private static boolean mayActFromOutside(EntityManager em, Caller caller, Room room, boolean leaves) {
        if (!room.kind().hasChangingMembers()) return false;
        if (caller.isAdmin()) return true;
        return leaves && em.find(ReadMark.class, new PersonInRoom(caller.id(), room.id())) != null;
    }

    private static boolean mayRemoveOthers(EntityManager em, Caller caller, Room room) {
        if (caller.isAdmin()) return true;
        var own = RoomLookup.membership(em, caller.id(), room);
        return room.kind() == RoomKind.GROUP && own != null && own.isMaker();
    }

    private void takeOut(EntityManager em, Caller caller, Room room, Membership membership) {
        em.remove(membership);
        em.flush();
        // The read mark shows later that the person was a member.
        ReadMarks.store(em, membership.userId(), room.id(), membership.first() - 1);
        changes.append(em, new Change.Left(membership.userId(), room.id()));
        if (membership.userId() != caller.id() && caller.isAdmin()) {
            audit.recordOnSuccess("member-removed", caller, "room", room.id(), "user", membership.userId());
            var user = em.find(User.class, membership.userId());
            trail.record(em, new RoomRecord(room).member(AuditAct.MEMBER_REMOVED, caller, user));
        }
    }

    private static void refuseFixed(Room room) {
        if (room.kind().hasChangingMembers()) return;
        throw new Refusal.Conflict(
                "fixed-members",
                switch (room.kind()) {
                    case DIRECT -> Phrase.of("room.conversation-fixed");
                    case AUDIENCE, CONCERNED -> Phrase.of("room.follows-register");
                    default -> Phrase.of("room.everybody-is-in");
                });
    }

    /**
     * The members of a room that the caller is in, by id.
     *
     * @param after the id of the last one on the previous page, 0 for the first page
     */
    public List<RoomMember> list(Caller caller, long roomId, long after, int limit) {
        var room = caller.isAdmin()
                ? access.overseen(caller, roomId)
                : access.require(caller, roomId).room();
        return transactions.read(em -> room.kind().holdsEverybody()
                ? em.createQuery(
                                "select u from User u where u.active = true and u.id > :after order by u.id",
                                User.class)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultStream()
                        .map(user -> member(user, user.createdAt(), false))
                        .toList()
                : em.createQuery(
                                "select u, m from Membership m join User u on u.id = m.id.userId"
                                        + " where m.id.roomId = :room and u.id > :after order by u.id",
                                Object[].class)
                        .setParameter("room", roomId)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultStream()
                        .map(row -> member(
                                (User) row[0], ((Membership) row[1]).joinedAt(), ((Membership) row[1]).isMaker()))
                        .toList());
    }

    private static RoomMember member(User user, Instant since, boolean maker) {
        return new RoomMember(user.id(), user.name(), user.role(), since, maker);
    }

    /**
     * Sets of which events in a room the caller wants to be notified. A row is stored for a room of everybody only: the
     * room is locked meanwhile, because such a room may become one whose rows say who may read it.
     *
     * @throws Refusal.NotFound if there is no such room, or the caller is not in it
     */
    public void involve(Caller caller, long roomId, Involvement level) {
        caller.requireAccount();
        transactions.write(em -> {
            var room = RoomLookup.lockOpen(em, roomId);
            if (!RoomLookup.isIn(em, caller.id(), room)) throw Rooms.notThere();
            return room.kind().holdsEverybody()
                    ? em.createNativeQuery(
                                    """
                                    insert into memberships (user_id, room_id, role, involvement, joined_at, first_seq)
                                    select u.id, r.id, 'MEMBER', ?3, u.created_at, 1 from users u, rooms r
                                    where u.id = ?1 and r.id = ?2
                                    on conflict (user_id, room_id) do update set involvement = excluded.involvement""")
                            .setParameter(1, caller.id())
                            .setParameter(2, roomId)
                            .setParameter(3, level.name())
                            .executeUpdate()
                    : em.createQuery(
                                    "update Membership m set m.involvement = :level where m.id.userId = :user and m.id.roomId = :room")
                            .setParameter("level", level)
                            .setParameter("user", caller.id())
                            .setParameter("room", roomId)
                            .executeUpdate();
        });
    }
}
