package org.hostelchat.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a line is in each of its rooms: up to which number its client has what happened there, and up to which its person has
 * read. Not thread-safe: its {@link Connection} sees to that.
 */
final class Places {

    /** So much in one write is enough: a slow line is to finish it before it is taken for stuck. */
    private static final int ENOUGH_BYTES = 64 * 1024;

    private static final class Place {
        private final RoomBroadcast room;
        private long held;
        private long read;

        /** Another of the person's lines has read further, and this one has not been told. */
        private boolean owesRead;

        private Place(RoomBroadcast room, long held, long read) {
            this.room = room;
            this.held = held;
            this.read = read;
        }
    }

    private final List<Place> places = new ArrayList<>(2);

    /** Whose turn it is to be looked at first. */
    private int first;

    /** Rooms that were closed: what was looked up before brings nobody back into them. */
    private Set<Long> left = Set.of();

    /** From now on the room is told of, after the number held. */
    void enter(RoomBroadcast room, long held, long read) {
        if (left.contains(room.room())) return;
        places.removeIf(place -> place.room.room() == room.room());
        places.add(new Place(room, held, read));
    }

    boolean isIn(long room) {
        return find(room) != null;
    }

    /**
     * This line's person has read up to a number.
     *
     * @return how far that is, or 0 if it is no further than was known
     */
    long read(long room, long seq) {
        var place = find(room);
        var upTo = place == null ? 0 : Math.min(seq, place.room.head());
        if (place == null || upTo <= place.read) return 0;
        place.read = upTo;
        return upTo;
    }

    /** As {@link #read}, but on another line: this one is to be told. */
    boolean owe(long room, long seq) {
        if (read(room, seq) == 0) return false;
        find(room).owesRead = true;
        return true;
    }

    private Place find(long room) {
        for (var place : places) if (place.room.room() == room) return place;
        return null;
    }

    /** For ever: a closed room is not opened again. */
    void leave(long room) {
        places.removeIf(place -> place.room.room() == room);
        if (left.isEmpty()) left = new HashSet<>();
        left.add(room);
    }

    /** Adds what the client has not got yet, as far as one write should go; the other rooms come first the next time. */
    void collect(List<Frame> frames) {
        var bytes = 0;
        for (var looked = 0; looked < places.size() && bytes < ENOUGH_BYTES; looked++) {
            if (first >= places.size()) first = 0;
            var place = places.get(first++);
            if (place.owesRead) {
                place.owesRead = false;
                frames.add(OutboundFrames.read(place.room.room(), place.read));
            }
            var frame = next(place);
            if (frame == null) continue;
            frames.add(frame);
            bytes += frame.size();
        }
    }

    private static Frame next(Place place) {
        var batch = place.room.after(place.held);
        if (batch == null) return null;
        var from = place.held + 1;
        place.held = batch.to();
        return batch.frame() != null ? batch.frame() : OutboundFrames.limited(place.room.room(), from, batch.to());
    }
}
