package org.hostelchat.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.RoomMark;
import org.hostelchat.wire.EventForms;

/**
 * An event in its encoded form, encoded once for all listeners. Immutable, provided that nobody modifies the array of
 * bytes.
 */
final class EncodedEvent {

    /**
     * Selects the events that hold no text and therefore remain, without their author, when the author is erased. They
     * are few and small.
     */
    private static final RoomEvent.Handler<RoomEvent> WORDLESS = new RoomEvent.Handler<>() {

        @Override
        public RoomEvent posted(RoomEvent.Posted event) {
            return null;
        }

        @Override
        public RoomEvent edited(RoomEvent.Edited event) {
            return null;
        }

        @Override
        public RoomEvent deleted(RoomEvent.Deleted event) {
            return event;
        }

        @Override
        public RoomEvent erased(RoomEvent.Erased event) {
            return event;
        }

        @Override
        public RoomEvent tombstone(RoomEvent.Tombstone event) {
            return null;
        }

        @Override
        public RoomEvent reacted(RoomMark.Reacted event) {
            return null;
        }

        @Override
        public RoomEvent pinned(RoomMark.Pinned event) {
            return event;
        }
    };

    private final long seq;
    private final byte[] json;
    private final long by;
    private final long editOf;
    private final long markOf;
    private final List<Long> mentioned;

    /** The event itself if it holds no text, else null. */
    private final RoomEvent wordless;

    private EncodedEvent(
            long seq, byte[] json, long by, long editOf, long markOf, List<Long> mentioned, RoomEvent wordless) {
        this.seq = seq;
        this.json = json;
        this.by = by;
        this.editOf = editOf;
        this.markOf = markOf;
        this.mentioned = mentioned;
        this.wordless = wordless;
    }

    /** An event without an author. */
    EncodedEvent(long seq, byte[] json) {
        this(seq, json, 0, 0, 0, List.of(), null);
    }

    static EncodedEvent of(RoomEvent event) {
        return new EncodedEvent(
                event.seq(),
                EventForms.EVENT.json(event).getBytes(StandardCharsets.UTF_8),
                event instanceof RoomEvent.Act act ? act.by().id() : 0,
                event instanceof RoomEvent.Edited edit ? edit.target() : 0,
                event instanceof RoomMark mark ? mark.target() : 0,
                event instanceof RoomEvent.Posted post ? post.references().mentions() : List.of(),
                event.handle(WORDLESS));
    }

    long seq() {
        return seq;
    }

    byte[] json() {
        return json;
    }

    int length() {
        return json.length;
    }

    boolean isBy(long person) {
        return by == person;
    }

    /** Whether this event is an edit of the message with number {@code target}. */
    boolean isEditOf(long target) {
        return editOf == target;
    }

    /** Whether it reacts to the number {@code target}, pins it, or takes that back. */
    boolean isMarkOf(long target) {
        return markOf == target;
    }

    /** Whether what it says may change when somebody is erased who did not do it: if it hangs on a post of theirs, or mentions them. */
    boolean mayConcern(long person) {
        return markOf != 0 || mentioned.contains(person);
    }

    /**
     * What remains when the author is erased: a tombstone in place of text, and other events without who caused them.
     */
    EncodedEvent withoutAuthor(long room) {
        return of(wordless == null ? new RoomEvent.Tombstone(room, seq) : wordless.withoutAuthor());
    }
}
