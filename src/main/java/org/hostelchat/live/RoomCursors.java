package org.hostelchat.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.meter.Meter;

/**
 * Where a line is in each of its rooms: up to which number its client has what happened there, and up to which its person has
 * read. Not thread-safe: its {@link Connection} sees to that.
 */
final class RoomCursors {

    /** So much in one write is enough: a slow line is to finish it before it is taken for stuck. */
    private static final int ENOUGH_BYTES = 64 * 1024;

    private static final class Cursor {
        private final RoomBroadcast room;
        private long held;
        private long read;

        /** Another of the person's lines has read further, and this one has not been told. */
        private boolean owesRead;

        private Cursor(RoomBroadcast room, long held, long read) {
            this.room = room;
            this.held = held;
            this.read = read;
        }
    }

    private final List<Cursor> cursors = new ArrayList<>(2);

    /** Whose turn it is to be looked at first. */
    private int first;

    /** Rooms that were closed or left: what was looked up before brings nobody back into them. */
    private Set<Long> closed = Set.of();

    /** From now on the room is told of, after the number held. */
    void enter(RoomBroadcast room, long held, long read) {
        if (closed.contains(room.room())) return;
        cursors.removeIf(cursor -> cursor.room.room() == room.room());
        cursors.add(new Cursor(room, held, read));
    }

    /** As {@link #enter}, of somebody who is known to be in the room now, whether they left it before or not. */
    void comeIn(RoomBroadcast room, long held, long read) {
        if (!closed.isEmpty()) closed.remove(room.room());
        enter(room, held, read);
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
        var cursor = find(room);
        var upTo = cursor == null ? 0 : Math.min(seq, cursor.room.head());
        if (cursor == null || upTo <= cursor.read) return 0;
        cursor.read = upTo;
        return upTo;
    }

    /** As {@link #read}, but on another line: this one is to be told. */
    boolean owe(long room, long seq) {
        if (read(room, seq) == 0) return false;
        find(room).owesRead = true;
        return true;
    }

    private Cursor find(long room) {
        for (var cursor : cursors) if (cursor.room.room() == room) return cursor;
        return null;
    }

    /** From now on the room is not told of, whatever was looked up before: until {@link #comeIn}. */
    void leave(long room) {
        cursors.removeIf(cursor -> cursor.room.room() == room);
        if (closed.isEmpty()) closed = new HashSet<>();
        closed.add(room);
    }

    /** Adds what the client has not got yet, as far as one write should go; the other rooms come first the next time. */
    void collect(List<Frame> frames) {
        var bytes = 0;
        for (var looked = 0; looked < cursors.size() && bytes < ENOUGH_BYTES; looked++) {
            if (first >= cursors.size()) first = 0;
            var cursor = cursors.get(first++);
            if (cursor.owesRead) {
                cursor.owesRead = false;
                frames.add(OutboundFrames.read(cursor.room.room(), cursor.read));
            }
            var frame = next(cursor);
            if (frame == null) continue;
            frames.add(frame);
            bytes += frame.size();
        }
    }

    private static Frame next(Cursor cursor) {
        var batch = cursor.room.after(cursor.held);
        if (batch == null) return null;
        var from = cursor.held + 1;
        cursor.held = batch.to();
        if (batch.frame() == null) Meter.CATCH_UPS.add(1);
        else Meter.DELIVERIES.add(batch.to() - from + 1);
        return batch.frame() != null ? batch.frame() : OutboundFrames.limited(cursor.room.room(), from, batch.to());
    }
}
