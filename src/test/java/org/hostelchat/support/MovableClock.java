package org.hostelchat.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A wall clock that stands still until it is moved on, or set as an operator or a time server does. In UTC, unless asked
 * for with another zone. Not thread-safe.
 */
public final class MovableClock extends Clock {

    private Instant elapsed = Instant.EPOCH;
    private Instant now = Instant.parse("2026-07-01T08:00:00Z");

    /** Time passes. */
    public void moveOn(Duration by) {
        now = now.plus(by);
        elapsed = elapsed.plus(by);
    }

    /** The time of day changes; no time has passed. */
    public void setBack(Duration by) {
        now = now.minus(by);
    }

    /** The time of day changes; no time has passed. */
    public void setForward(Duration by) {
        now = now.plus(by);
    }

    /** The same clock for durations: it is moved on together with this one, and never set. */
    public Clock elapsed() {
        return new View(ZoneOffset.UTC) {
            @Override
            public Instant instant() {
                return elapsed;
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

    /** @return this clock read in another zone: it moves with this one */
    @Override
    public Clock withZone(ZoneId zone) {
        return new View(zone);
    }

    private class View extends Clock {

        private final ZoneId zone;

        View(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            var same = this;
            return new View(other) {
                @Override
                public Instant instant() {
                    return same.instant();
                }
            };
        }
    }
}
