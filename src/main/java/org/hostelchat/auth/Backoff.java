package org.hostelchat.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Delays repeated failures: the first few are free, then each doubles the delay, up to a maximum. Kept in memory for a
 * bounded number of keys; those with the oldest last failure are dropped first. Thread-safe.
 */
final class Backoff {

    private record Failures(int count, Instant last) {}

    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Duration forgetAfter;
    private final Clock clock;
    private final Map<String, Failures> failures;

    /**
     * @param free how many failures cause no delay
     * @param first the delay after the first failure that is not free
     * @param longest the maximal delay
     * @param forgetAfter after this time without a failure the count starts again
     * @param mostKeys how many keys are kept
     * @param clock a monotonic one: a clock that is set back would extend the delays
     */
    Backoff(int free, Duration first, Duration longest, Duration forgetAfter, int mostKeys, Clock clock) {
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.forgetAfter = forgetAfter;
        this.clock = clock;
        this.failures = new BoundedMap<>(mostKeys);
    }

    /** How long the next attempt must wait; zero if it may be made now. */
    synchronized Duration wait(String key) {
        var known = failures.get(key);
        if (known == null || known.count < free) return Duration.ZERO;
        var left = Duration.between(clock.instant(), known.last.plus(delay(known.count)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String key) {
        var now = clock.instant();
        var known = failures.remove(key);
        var before = known == null || known.last.plus(forgetAfter).isBefore(now) ? 0 : known.count;
        failures.put(key, new Failures(before + 1, now));
    }

    synchronized void forgive(String key) {
        failures.remove(key);
    }

    private Duration delay(int count) {
        var doublings = Math.min(count - free, 30);
        var delay = first.multipliedBy(1L << doublings);
        return delay.compareTo(longest) > 0 ? longest : delay;
    }
}
