package org.hostelchat.cluster;

/** Tells other nodes where to look in the database. Holds numbers only, and may be lost, repeated or late. */
public sealed interface Hint {

    /** Hints with equal keys replace each other while they wait. */
    Object key();

    /** What remains of this hint and a later one with the same key. */
    default Hint then(Hint later) {
        return later;
    }

    /**
     * A room's log has grown.
     *
     * @param last its last number as far as the sender knows, or {@link #UNKNOWN}
     */
    record RoomExtended(long room, long last) implements Hint {

        /** Higher than every number. */
        public static final long UNKNOWN = Long.MAX_VALUE;

        private record RoomKey(long room) {}

        @Override
        public Object key() {
            return new RoomKey(room);
        }

        @Override
        public Hint then(Hint later) {
            return later instanceof RoomExtended other && other.last < last ? this : later;
        }
    }

    /** The log of changes has grown up to this number. */
    record ChangesAppended(long last) implements Hint {

        @Override
        public Object key() {
            return ChangesAppended.class;
        }

        @Override
        public Hint then(Hint later) {
            return later instanceof ChangesAppended other && other.last < last ? this : later;
        }
    }

    /**
     * A person's read mark has moved.
     *
     * @param back whether the person has marked what comes after it as unread
     */
    record ReadMarkMoved(long user, long room, long seq, boolean back) implements Hint {

        private record MarkKey(long user, long room) {}

        @Override
        public Object key() {
            return new MarkKey(user, room);
        }
    }

    /** A person is writing something in a room. */
    record Typing(long user, long room) implements Hint {

        @Override
        public Object key() {
            return this;
        }
    }
}
