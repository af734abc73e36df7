package org.hostelchat.live;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a line is in each of its rooms: up to which number its client has what happened there. Not thread-safe: its {@link
 * Connection} sees to that.
 */
final class Places {

    /** So much in one write is enough: a slow line is to finish it before it is taken for stuck. */
    private static final int ENOUGH_BYTES = 64 * 1024;

    private static final class Place {
        private final RoomBroadcast room;
        private long held;

        private Place(RoomBroadcast room, long held) {
            this.room = room;
            this.held = held;
        }
    }

    private final List<Place> places = new ArrayList<>(2);

    /** Whose turn it is to be looked at first. */
    private int first;

    /** From now on the room is told of, after this number. */
    void enter(RoomBroadcast room, long held) {
        leave(room.room());
        places.add(new Place(room, held));
    }

    void leave(long room) {
        places.removeIf(place -> place.room.room() == room);
    }

    /** Adds what the client has not got yet, as far as one write should go; the other rooms come first the next time. */
    void collect(List<Frame> frames) {
        var bytes = 0;
        for (var looked = 0; looked < places.size() && bytes < ENOUGH_BYTES; looked++) {
            if (first >= places.size()) first = 0;
            var frame = next(places.get(first++));
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
