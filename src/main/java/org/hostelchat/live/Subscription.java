package org.hostelchat.live;

import java.util.List;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.meter.Meter;

/**
 * One line in one room: up to which number its client has what happened there, and up to which its person has read. There is
 * one for each line and room, so it is kept small.
 *
 * <p>What changes is guarded by the {@link Connection}.
 */
final class Subscription {

    private final RoomHub hub;
    private final Connection connection;
    private long held;
    private long read;

    /** Another of the person's lines has read further, and this one has not been told. */
    private boolean owesRead;

    /** The connection has taken it, and has not left the room since: a room may name it before and after. */
    private boolean listening;

    /** It waits in its {@link Subscriptions} to be looked at. */
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

    /** Goes on after the number held. */
    void startAfter(long held, long read) {
        this.held = held;
        this.read = read;
        listening = true;
    }

    /** @return false if it was due already, or does not listen */
    boolean becomeDue() {
        if (due || !listening) return false;
        due = true;
        return true;
    }

    /**
     * It has been looked at.
     *
     * @return true if there is more, so that it stays due
     */
    boolean remainsDue() {
        return hub.head() > held;
    }

    void looked() {
        due = false;
    }

    /** Nothing more is told of the room. */
    void end() {
        listening = false;
    }

    /**
     * The person has read up to a number.
     *
     * @return how far that is, or 0 if it is no further than was known
     */
    long read(long seq) {
        var upTo = Math.min(seq, hub.head());
        if (upTo <= read) return 0;
        read = upTo;
        return upTo;
    }

    /** As {@link #read}, but on another line: this one is to be told. */
    boolean oweRead(long seq) {
        if (read(seq) == 0) return false;
        owesRead = true;
        return true;
    }

    /**
     * Adds what the client has not got yet, as far as one frame goes.
     *
     * @return how many bytes of events that is
     */
    int collect(List<Frame> frames) {
        if (owesRead) {
            owesRead = false;
            frames.add(OutboundFrames.read(room(), read));
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
