package org.hostelchat.api;

import java.time.Instant;
import java.util.Optional;
import org.hostelchat.message.EventKind;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.principal.Role;

/** What happened at one number of a room, in the same form as in the socket's frames. */
public record EventBody(
        long seq,
        String kind,
        Field<Long> by,
        Field<String> name,
        Field<Role> role,
        Field<Instant> at,
        Optional<String> clientId,
        Optional<String> body,
        Optional<Long> target,
        Optional<Long> person,
        Optional<Instant> editedAt) {

    static EventBody of(RoomEvent event) {
        return new EventBody(
                event.seq(),
                event.kind().wireName(),
                unlessTombstone(event, event.by()),
                unlessTombstone(event, event.name()),
                unlessTombstone(event, event.role()),
                unlessTombstone(event, event.at()),
                Optional.ofNullable(event.clientId()),
                Optional.ofNullable(event.body()),
                Optional.ofNullable(event.target()),
                Optional.ofNullable(event.person()),
                Optional.ofNullable(event.editedAt()));
    }

    private static <T> Field<T> unlessTombstone(RoomEvent event, T value) {
        return event.kind() == EventKind.TOMBSTONE ? Field.leftOut() : Field.of(value);
    }
}
