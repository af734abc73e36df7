package org.hostelchat.live;

/** Whether the end of a write came before or after the call that began it returned: exactly one of the two goes on. */
final class WriteState {

    private boolean done;
    private boolean returned;

    /** Told at the end of the write. */
    synchronized boolean isLate() {
        done = true;
        return returned;
    }

    /** Asked when the call has returned. */
    synchronized boolean wasDoneAtOnce() {
        returned = true;
        return done;
    }
}
