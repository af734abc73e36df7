package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.UserRepository;

/**
 * Changes and closes rooms, for their makers and for officials. Officials need not be members and are shown nothing of
 * a room's content. Thread-safe.
 */
@ApplicationScoped
public class RoomUpkeep {

    private final Transactions transactions;
    private final Rooms rooms;
    private final AuditLog audit;
    private final ChangeLog changes;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public RoomUpkeep(
            Transactions transactions, Rooms rooms, AuditLog audit, ChangeLog changes, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.rooms = rooms;
        this.audit = audit;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected RoomUpkeep() {
        this(null, null, null, null, null, null);
    }

    /**
     * Changes a room's name, topic, who may post in it, how often, or whom it is for.
     *
     * @return the room as the caller sees it; for an official who is not in a group, only the changed values
     * @throws Refusal.Unacceptable if nothing is changed
     * @throws Refusal.NotFound if there is no such room, or the caller may neither see nor manage it
     * @throws Refusal.NotAllowed if the caller did not create it, or is muted and would change its name or topic
     * @throws Refusal.Conflict if it is a notice's room and the name would differ from the notice's
     */
    public RoomView change(Caller caller, long roomId, RoomChange change) {
        change.refuseNothing();
        var mayRead = transactions.write(em -> {
            // Before the room: see AudienceFollower.
            if (change.audience() != null) UserRepository.lock(em);
            var room = lockKept(em, caller, roomId);
            if (change.name() != null || change.changesTopic()) {
                RoomLookup.refuseMuted(em, caller.id(), clock.instant());
            }
            if (room.kind().isOfNotice() && change.name() != null) {
                throw new Refusal.Conflict("fixed-room", Phrase.of("room.called-as-notice"));
            }
            var record = new RoomRecord(room);
            room.change(change);
            var mayReadIt = !room.kind().isPrivate() || RoomLookup.isIn(em, caller.id(), room);
            var told = new ArrayList<Change>(List.of(new Change.RoomChanged(roomId)));
            var act = record.changed(caller);
            if (change.audience() != null) told.addAll(followFromNowOn(em, room, change.audience(), act));
            changes.append(em, told);
            record(em, "room-changed", caller, roomId, act);
            return mayReadIt;
        });
        return mayRead ? rooms.view(caller.id(), roomId) : RoomView.unseen(roomId, change);
    }

    private List<Change> followFromNowOn(EntityManager em, Room room, Audience audience, AuditDraft act) {
        if (room.kind() != RoomKind.AUDIENCE) throw Audience.wrong(Phrase.of("room.audience-fixed"));
        act.change("audience", StoredAudiences.of(em, room.id()), audience);
        StoredAudiences.put(em, room.id(), audience);
        return AudienceMembers.follow(em, room, audience, clock.instant());
    }

    /**
     * Closes a room for good. Its messages remain stored.
     *
     * @throws Refusal as {@link #change}
     */
    public void close(Caller caller, long roomId) {
        transactions.write(em -> {
            var room = lockKept(em, caller, roomId);
            if (room.kind().holdsEverybody() || room.kind().isOfNotice()) {
                throw new Refusal.Conflict(
                        "fixed-room",
                        room.kind() == RoomKind.COMMON
                                ? Phrase.of("room.common-stays")
                                : Phrase.of("room.ends-with-notice"));
            }
            rooms.close(em, roomId);
            changes.append(em, new Change.RoomClosed(roomId));
            record(em, "room-closed", caller, roomId, new RoomRecord(room).of(AuditAct.ROOM_CLOSED, caller));
            return null;
        });
    }

    private static Room lockKept(EntityManager em, Caller caller, long roomId) {
        var room = RoomLookup.lockOpen(em, roomId);
        var own = RoomLookup.membership(em, caller.id(), room);
        var looksAfter = caller.isAdmin() && room.kind() != RoomKind.DIRECT;
        if (own == null && !room.kind().holdsEverybody() && !looksAfter) throw Rooms.notThere();
        if (room.kind() == RoomKind.DIRECT) {
            throw new Refusal.NotAllowed("not-yours", Phrase.of("room.conversation-stays"));
        }
        // Rooms that follow the register are the office's, also after their maker has left it.
        var ownable = room.kind() != RoomKind.AUDIENCE;
        if (!caller.isAdmin() && (!ownable || own == null || !own.isMaker())) {
            throw new Refusal.NotAllowed("not-yours", Phrase.of("room.only-maker"));
        }
        return room;
    }

    private void record(EntityManager em, String event, Caller caller, long roomId, AuditDraft act) {
        if (!caller.isAdmin()) return;
        audit.recordOnSuccess(event, caller, "room", roomId);
        trail.record(em, act);
    }
}
