package org.hostelchat.live;

/**
 * Whether an asynchronous write completed before or after the call that began it returned: exactly one of the two sides
 * continues.
 */
final class WriteState {

    private boolean done;
    private boolean returned;

    /**
     * Call on completion of the write.
     *
     * @return true if the call that began it has returned, so that the completing thread must continue
     */
    synchronized boolean finish() {
        done = true;
        return returned;
    }

    /**
     * Call when the call that began the write has returned.
     *
     * @return true if the write has completed, so that the calling thread must continue
     */
    synchronized boolean callReturned() {
        returned = true;
        return done;
    }
}
