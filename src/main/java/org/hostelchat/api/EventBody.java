package org.hostelchat.api;

import java.time.Instant;
import java.util.Optional;
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

    private static final RoomEvent.Handler<EventBody> FORM = new RoomEvent.Handler<>() {

        @Override
        public EventBody posted(RoomEvent.Posted event) {
            return act(event, event.clientId(), event.body(), null, null, event.editedAt());
        }

        @Override
        public EventBody edited(RoomEvent.Edited event) {
            return act(event, null, event.body(), event.target(), null, null);
        }

        @Override
        public EventBody deleted(RoomEvent.Deleted event) {
            return act(event, null, null, event.target(), null, null);
        }

        @Override
        public EventBody erased(RoomEvent.Erased event) {
            return act(event, null, null, null, event.person(), null);
        }

        @Override
        public EventBody tombstone(RoomEvent.Tombstone event) {
            return new EventBody(
                    event.seq(),
                    event.kind().wireName(),
                    Field.leftOut(),
                    Field.leftOut(),
                    Field.leftOut(),
                    Field.leftOut(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    };

    static EventBody of(RoomEvent event) {
        return event.handle(FORM);
    }

    private static EventBody act(
            RoomEvent.Act event, String clientId, String body, Long target, Long person, Instant editedAt) {
        return new EventBody(
                event.seq(),
                event.kind().wireName(),
                Field.of(event.by().id()),
                Field.of(event.by().name()),
                Field.of(event.by().role()),
                Field.of(event.at()),
                Optional.ofNullable(clientId),
                Optional.ofNullable(body),
                Optional.ofNullable(target),
                Optional.ofNullable(person),
                Optional.ofNullable(editedAt));
    }
}
