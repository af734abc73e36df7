package org.hostelchat.live;

/** The one write of a line that may be under way. The times may be asked for by any thread; the rest is the connection's. */
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

    /** Since when a write has been under way, in {@link System#nanoTime()}; 0 if none is. */
    long since() {
        return since;
    }

    /** When the last write was done, or the line was opened. */
    long lastAt() {
        return lastAt;
    }
}
