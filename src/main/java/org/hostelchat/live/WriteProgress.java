package org.hostelchat.live;

/**
 * The write that may be in progress on a connection. The times may be read by any thread; the rest is guarded by the
 * connection.
 */
final class WriteProgress {

    private boolean underWay;
    private volatile long since;
    private volatile long lastAt = System.nanoTime();

    void begin() {
        underWay = true;
        since = System.nanoTime();
    }

    void end() {
        underWay = false;
        since = 0;
        lastAt = System.nanoTime();
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** When the write in progress began, in nanoseconds of {@link System#nanoTime()}; 0 if there is none. */
    long since() {
        return since;
    }

    /** When the last write completed, or the connection was opened. */
    long lastAt() {
        return lastAt;
    }
}
