package org.hostelchat.message;

import java.time.Instant;
import org.hostelchat.principal.Role;

/**
 * What happened at one number of a room's sequence, in the form that clients see. The family is closed: whoever has to treat
 * every kind implements {@link Handler}, and does not compile until a new one is treated too.
 */
public sealed interface RoomEvent permits RoomEvent.Act, RoomEvent.Tombstone {

    long room();

    long seq();

    EventKind kind();

    /** Calls the handler's method for this kind. */
    <T> T handle(Handler<T> handler);

    /** As it reads once the account of whoever did it is gone. */
    RoomEvent withoutAuthor();

    /** One method for every kind of event. */
    interface Handler<T> {

        T posted(Posted event);

        T edited(Edited event);

        T deleted(Deleted event);

        T erased(Erased event);

        T tombstone(Tombstone event);

        T reacted(RoomMark.Reacted event);

        T pinned(RoomMark.Pinned event);
    }

    /**
     * Who did something.
     *
     * @param id number of the account, 0 if it is gone or the operator acted
     * @param name at the time of reading; null once the account is gone
     * @param role at the time of reading; null once the account is gone
     */
    record Author(long id, String name, Role role) {

        /** Whose account is gone, or the operator. */
        public static final Author NOBODY = new Author(0, null, null);
    }

    /** An event that somebody brought about, at some time: all but what is left of one. */
    sealed interface Act extends RoomEvent permits Posted, Edited, Deleted, Erased, RoomMark {

        Author by();

        Instant at();
    }

    /**
     * Somebody said something.
     *
     * @param body as it reads now
     * @param editedAt when the words were last changed, or null
     */
    record Posted(
            long room,
            long seq,
            Author by,
            Instant at,
            String clientId,
            String body,
            Instant editedAt,
            References references)
            implements Act {

        /** One that refers to nothing. */
        public Posted(long room, long seq, Author by, Instant at, String clientId, String body, Instant editedAt) {
            this(room, seq, by, at, clientId, body, editedAt, References.NONE);
        }

        @Override
        public EventKind kind() {
            return EventKind.POSTED;
        }

        @Override
        public <T> T handle(Handler<T> handler) {
            return handler.posted(this);
        }

        @Override
        public Posted withoutAuthor() {
            return new Posted(room, seq, Author.NOBODY, at, clientId, body, editedAt, references);
        }
    }

    /**
     * The words of a post changed.
     *
     * @param target number of the post
     * @param body its words since then
     */
    record Edited(long room, long seq, Author by, Instant at, long target, String body) implements Act {

        @Override
        public EventKind kind() {
            return EventKind.EDITED;
        }

        @Override
        public <T> T handle(Handler<T> handler) {
            return handler.edited(this);
        }

        @Override
        public Edited withoutAuthor() {
            return new Edited(room, seq, Author.NOBODY, at, target, body);
        }
    }

    /**
     * A post was taken back.
     *
     * @param target number of the post
     */
    record Deleted(long room, long seq, Author by, Instant at, long target) implements Act {

        @Override
        public EventKind kind() {
            return EventKind.DELETED;
        }

        @Override
        public <T> T handle(Handler<T> handler) {
            return handler.deleted(this);
        }

        @Override
        public Deleted withoutAuthor() {
            return new Deleted(room, seq, Author.NOBODY, at, target);
        }
    }

    /**
     * All that an account wrote is gone.
     *
     * @param person number that the account had
     */
    record Erased(long room, long seq, Author by, Instant at, long person) implements Act {

        @Override
        public EventKind kind() {
            return EventKind.ERASED;
        }

        @Override
        public <T> T handle(Handler<T> handler) {
            return handler.erased(this);
        }

        @Override
        public Erased withoutAuthor() {
            return new Erased(room, seq, Author.NOBODY, at, person);
        }
    }

    /** What stood at this number has lost its content. */
    record Tombstone(long room, long seq) implements RoomEvent {

        @Override
        public EventKind kind() {
            return EventKind.TOMBSTONE;
        }

        @Override
        public <T> T handle(Handler<T> handler) {
            return handler.tombstone(this);
        }

        @Override
        public Tombstone withoutAuthor() {
            return this;
        }
    }
}
