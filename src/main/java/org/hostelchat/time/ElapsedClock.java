package org.hostelchat.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock for durations: it only ever goes forward, at the pace of time, whatever is done to the machine's own, which an
 * operator or a time server may set back by hours. What it shows is no date; compare it with itself only, within one process.
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
