package org.hostelchat.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Load at a given rate, whether answers come or not: what is late is measured from when it was due. */
final class OpenLoop {

    private OpenLoop() {}

    /**
     * Does something so often.
     *
     * @param perSecond how often in a second
     * @param what is given the time at which it was due, of {@link System#nanoTime()}
     */
    static void run(int perSecond, int seconds, LongConsumer what) {
        long interval = 1_000_000_000L / perSecond;
        long due = System.nanoTime();
        for (long left = (long) seconds * perSecond; left > 0; left--) {
            due += interval;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            what.accept(due);
        }
    }
}
