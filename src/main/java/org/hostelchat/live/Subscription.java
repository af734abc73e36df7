package org.hostelchat.live;

import java.util.List;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.meter.Meter;

/**
 * One connection in one room: the last number sent to its client, and the last number read by its person. There is one
 * for each connection and room, so it is kept small.
 *
 * <p>Mutable fields are guarded by the {@link Connection}.
 */
final class Subscription {

    private final RoomHub hub;
    private final Connection connection;
    private long held;
    private long read;

    /** The person has read further on another connection, and this one has not been told. */
    private boolean owesRead;

    /**
     * How far the person had read on this connection before it went back elsewhere, as long as this one has not been told; 0
     * if it did not. Less than that is owed as a way back, that much or more as read.
     */
    private long readBefore;

    /** Set while the connection listens; the hub may hold the subscription before and after. */
    private boolean listening;

    /** Whether it is queued in its {@link Subscriptions}. */
    private boolean due;

    Subscription(RoomHub hub, Connection connection) {
        this.hub = hub;
        this.connection = connection;
    }

    RoomHub hub() {
        return hub;
    }

    long room() {
        return hub.room();
    }

    Connection connection() {
        return connection;
    }

    /** Continues after the number that the client holds. */
    void startAfter(long held, long read) {
        this.held = held;
        this.read = read;
        listening = true;
    }

    /**
     * Marks the subscription as due.
     *
     * @return false if it was due already, or does not listen
     */
    boolean becomeDue() {
        if (due || !listening) return false;
        due = true;
        return true;
    }

    /**
     * To be called after collecting.
     *
     * @return whether more is pending, so that it remains due
     */
    boolean remainsDue() {
        return hub.head() > held;
    }

    void looked() {
        due = false;
    }

    /** Stops sending events of the room. */
    void end() {
        listening = false;
    }

    /**
     * The person has read up to a number on this connection.
     *
     * @return that number, or 0 if the person has read that far already
     */
    long read(long seq) {
        var upTo = Math.min(seq, hub.head());
        if (upTo <= read) return 0;
        read = upTo;
        if (upTo >= readBefore) readBefore = 0;
        return upTo;
    }

    /** As {@link #read}, but on another connection: this one must be told. */
    boolean oweRead(long seq) {
        if (read(seq) == 0) return false;
        owesRead = true;
        return true;
    }

    /**
     * The person marks everything after a number as unread.
     *
     * @param elsewhere whether on another connection, so that this one must be told
     * @return false if nothing was read after it
     */
    boolean readBack(long seq, boolean elsewhere) {
        if (seq < 0 || seq >= read) return false;
        if (elsewhere) {
            owesRead = true;
            readBefore = Math.max(readBefore, read);
        }
        read = seq;
        return true;
    }

    /**
     * Adds the next frame of pending events.
     *
     * @return the number of bytes added
     */
    int collect(List<Frame> frames) {
        if (owesRead) {
            frames.add(OutboundFrames.read(room(), read, readBefore > 0));
            owesRead = false;
            readBefore = 0;
        }
        var batch = hub.after(held);
        if (batch == null) return 0;
        var from = held + 1;
        held = batch.to();
        var frame = batch.frame();
        if (frame == null) {
            Meter.CATCH_UPS.add(1);
            frame = OutboundFrames.limited(room(), from, batch.to());
        } else {
            Meter.DELIVERIES.add(batch.to() - from + 1);
        }
        frames.add(frame);
        return frame.size();
    }
}
