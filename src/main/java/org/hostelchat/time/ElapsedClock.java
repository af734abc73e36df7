package org.hostelchat.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A monotonic clock for durations, independent of changes of the system clock. Its instants are not dates: compare them
 * only with each other, within one process.
 *
 * <p>Thread-safe.
 */
public final class ElapsedClock extends Clock {

    private final long begin = System.nanoTime();

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(System.nanoTime() - begin);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
