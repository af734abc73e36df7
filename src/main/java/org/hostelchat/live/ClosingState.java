package org.hostelchat.live;

import jakarta.websocket.CloseReason.CloseCode;

/**
 * How far the closing of a connection has come: open, closing (its last frame waits to be written), closed. Reads are for any thread,
 * changes for whoever holds the connection's lock.
 */
final class ClosingState {

    private volatile long since;
    private volatile CloseCode code;
    private boolean closed;

    /** When closing began, in nanoseconds of {@link System#nanoTime()}; 0 if the connection is open. */
    long since() {
        return since;
    }

    /** Whether closing has begun; frames that are received from now on are ignored. */
    boolean hasBegun() {
        return since != 0;
    }

    /** The code to close with after the last frame; null if there is no such frame. */
    CloseCode code() {
        return code;
    }

    /** Whether nothing is written any more. */
    boolean isClosed() {
        return closed;
    }

    /** Begins closing with a frame that still has to be written. */
    void begin(CloseCode after) {
        since = System.nanoTime();
        code = after;
    }

    /** Nothing is written any more. */
    void finish() {
        if (since == 0) since = System.nanoTime();
        closed = true;
    }
}
