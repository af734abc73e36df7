package org.hostelchat.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Suppresses repeated lines, so that a flood of them is logged once. The number of different lines per window is
 * limited too: lines may be lost, but the disk is not filled. Thread-safe.
 */
final class LogThrottle {

    private final int most;
    private final Clock clock;
    private final Map<String, Instant> ends = new HashMap<>();

    /**
     * @param most the most lines that are remembered at once
     * @param clock a monotonic one: a clock that is set back would suppress lines for as long
     */
    LogThrottle(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whether to write the line now; if so, it is suppressed for the length of the window. */
    synchronized boolean isNew(String line, Duration window) {
        var now = clock.instant();
        var end = ends.get(line);
        if (end != null && now.isBefore(end)) return false;
        if (ends.size() >= most) ends.values().removeIf(over -> !now.isBefore(over));
        if (ends.size() >= most) return false;
        ends.put(line, now.plus(window));
        return true;
    }
}
