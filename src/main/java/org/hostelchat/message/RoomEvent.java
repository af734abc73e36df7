package org.hostelchat.message;

import java.time.Instant;
import org.hostelchat.principal.Role;

/**
 * What happened at one number of a room's sequence, in the form that clients see.
 *
 * <p>Fields that a kind does not have are null. The author's name and role are those of the time of reading; null once the
 * account is gone.
 *
 * @param by number of the author's account, 0 if it is gone or the operator acted
 * @param clientId of a post
 * @param body of a post or an edit, as it reads now
 * @param target of an edit or deletion: the number it is about
 * @param person of an erasure: whose words are gone
 * @param editedAt of a post: when its words were last changed, or null
 */
public record RoomEvent(
        long room,
        long seq,
        EventKind kind,
        long by,
        String name,
        Role role,
        Instant at,
        String clientId,
        String body,
        Long target,
        Long person,
        Instant editedAt) {

    /** What stands for a number whose content is gone. */
    public static RoomEvent tombstone(long room, long seq) {
        return new RoomEvent(room, seq, EventKind.TOMBSTONE, 0, null, null, null, null, null, null, null, null);
    }

    /** As it reads once the account of whoever did it is gone. */
    public RoomEvent withoutAuthor() {
        return new RoomEvent(room, seq, kind, 0, null, null, at, clientId, body, target, person, editedAt);
    }
}
