package org.hostelchat.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved on, or set back as an operator or a time server does. */
public final class MovableClock extends Clock {

    private Instant elapsed = Instant.EPOCH;
    private Instant now = Instant.parse("2026-07-01T08:00:00Z");

    public void moveOn(Duration by) {
        now = now.plus(by);
        elapsed = elapsed.plus(by);
    }

    /** The time of day changes; no time has passed. */
    public void setBack(Duration by) {
        now = now.minus(by);
    }

    /** The same clock for durations: it is moved on together with this one, and never set back. */
    public Clock elapsed() {
        var wall = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return wall.elapsed;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public Instant instant() {
        return now;
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
