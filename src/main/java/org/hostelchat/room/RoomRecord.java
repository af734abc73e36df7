package org.hostelchat.room;

import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.principal.Caller;
import org.hostelchat.user.User;

/**
 * Creates the audit entries about rooms: for rooms that officials cannot read, only the id, because officials read the
 * record.
 */
final class RoomRecord {

    private final Room room;
    private final String name;
    private final String topic;
    private final Posting posting;
    private final int slow;
    private final Integer retention;

    /** @param room in its present state, to which later changes are compared */
    RoomRecord(Room room) {
        this.room = room;
        this.name = room.name();
        this.topic = room.topic();
        this.posting = room.posting();
        this.slow = room.slow();
        this.retention = room.retention();
    }

    AuditDraft of(AuditAct act, Caller by) {
        return AuditDraft.of(act, by).on("room", room.id(), room.kind().isPrivate() ? null : room.name());
    }

    AuditDraft made(Caller by) {
        var draft = of(AuditAct.ROOM_MADE, by).change("kind", null, room.kind());
        return room.kind().isPrivate()
                ? draft
                : draft.change("topic", null, topic).change("posting", null, posting);
    }

    /** A draft with the differences to the room's state now. */
    AuditDraft changed(Caller by) {
        var draft = of(AuditAct.ROOM_CHANGED, by);
        // What it deletes concerns everybody in it, whoever may read it.
        draft.change("retention", retention, room.retention());
        if (room.kind().isPrivate()) return draft;
        return draft.change("name", name, room.name())
                .change("topic", topic, room.topic())
                .change("posting", posting, room.posting())
                .change("slow", slow, room.slow());
    }

    AuditDraft member(AuditAct act, Caller by, User user) {
        return of(act, by).person(user.id(), user.name(), user.enrolmentNumber());
    }
}
