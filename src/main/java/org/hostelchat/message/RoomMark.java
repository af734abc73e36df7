package org.hostelchat.message;

import java.time.Instant;

/** An act that marks a post and leaves its words as they are. Once the post is gone, so is the mark. */
public sealed interface RoomMark extends RoomEvent.Act {

    /** Number of the post. */
    long target();

    /** Whether the mark was set, or else taken away. */
    boolean on();

    /**
     * Somebody reacted to a post, or took that back.
     *
     * @param emoji as {@link Emoji#of} gives it
     */
    record Reacted(long room, long seq, Author by, Instant at, long target, String emoji, boolean on)
            implements RoomMark {

        @Override
        public EventKind kind() {
            return EventKind.REACTED;
        }

        @Override
        public <T> T handle(Handler<T> handler) {
            return handler.reacted(this);
        }

        /** What somebody felt goes with their account. */
        @Override
        public RoomEvent withoutAuthor() {
            return new Tombstone(room, seq);
        }
    }

    /** A post was pinned to the room's head, or is not any more. */
    record Pinned(long room, long seq, Author by, Instant at, long target, boolean on) implements RoomMark {

        @Override
        public EventKind kind() {
            return EventKind.PINNED;
        }

        @Override
        public <T> T handle(Handler<T> handler) {
            return handler.pinned(this);
        }

        @Override
        public Pinned withoutAuthor() {
            return new Pinned(room, seq, Author.NOBODY, at, target, on);
        }
    }
}
