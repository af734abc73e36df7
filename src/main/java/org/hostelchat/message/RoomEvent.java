package org.hostelchat.message;

import java.time.Instant;
import java.util.List;
import org.hostelchat.attachment.AttachedFile;
import org.hostelchat.principal.Role;

/**
 * An event at one number of a room's sequence, as clients see it. A sealed family: code that must treat every kind
 * implements {@link Handler}, so that it does not compile until it treats a new kind.
 */
public sealed interface RoomEvent permits RoomEvent.Act, RoomEvent.Tombstone {

    long room();

    long seq();

    EventKind kind();

    /** Calls the handler's method for this kind. */
    <T> T handle(Handler<T> handler);

    /** The event as it reads after its author's account is erased. */
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
     * The author of an event.
     *
     * @param id the account's id; 0 if the account is gone, or the operator acted
     * @param name at the time of reading; null once the account is gone
     * @param role at the time of reading; null once the account is gone
     */
    record Author(long id, String name, Role role) {

        /** For accounts that are gone, and for the operator. */
        public static final Author NOBODY = new Author(0, null, null);
    }

    /** An event with author and time: all kinds but tombstones. */
    sealed interface Act extends RoomEvent permits Posted, Edited, Deleted, Erased, RoomMark {

        Author by();

        Instant at();
    }

    /**
     * A post.
     *
     * @param body the present text
     * @param editedAt when the text was last changed, or null
     * @param files what it carries
     */
    record Posted(
            long room,
            long seq,
            Author by,
            Instant at,
            String clientId,
            String body,
            Instant editedAt,
            References references,
            List<AttachedFile> files)
            implements Act {

        /** A post without references and files. */
        public Posted(long room, long seq, Author by, Instant at, String clientId, String body, Instant editedAt) {
            this(room, seq, by, at, clientId, body, editedAt, References.NONE, List.of());
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
            return new Posted(room, seq, Author.NOBODY, at, clientId, body, editedAt, references, files);
        }
    }

    /**
     * The text of a post was changed.
     *
     * @param target the post's number
     * @param body the new text
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
     * A post was deleted.
     *
     * @param target the post's number
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
     * An account was erased with everything that it wrote.
     *
     * @param person the account's former id
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

    /** The content of the event at this number was deleted. */
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
