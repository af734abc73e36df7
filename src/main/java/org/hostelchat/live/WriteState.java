package org.hostelchat.live;

/** Whether the end of a write came before or after the call that began it returned: exactly one of the two goes on. */
final class WriteState {

    private boolean done;
    private boolean returned;

    /**
     * Call at the end of the write.
     *
     * @return true if the call that began it has returned: whoever ends the write goes on
     */
    synchronized boolean finish() {
        done = true;
        return returned;
    }

    /**
     * Call when the call that began the write has returned.
     *
     * @return true if the write is done: whoever began it goes on
     */
    synchronized boolean callReturned() {
        returned = true;
        return done;
    }
}
