package org.hostelchat.message;

import java.time.Instant;

/** An event that marks a post and does not change its text. When the post is deleted, its marks are too. */
public sealed interface RoomMark extends RoomEvent.Act {

    /** The post's number. */
    long target();

    /** Whether the mark was set; false if it was removed. */
    boolean on();

    /**
     * A person reacted to a post, or removed their reaction.
     *
     * @param emoji as {@link Emoji#of} returns it
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

        /** Reactions are erased with the account. */
        @Override
        public RoomEvent withoutAuthor() {
            return new Tombstone(room, seq);
        }
    }

    /** A post was pinned or unpinned. */
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
