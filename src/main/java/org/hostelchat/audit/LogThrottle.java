package org.hostelchat.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which lines were written lately, so that a flood of the same tells of itself once. Of different ones it lets through so many
 * at a time and no more: the log may lose some, and does not fill the disk. Safe for threads.
 */
final class LogThrottle {

    private final int most;
    private final Clock clock;
    private final Map<String, Instant> ends = new HashMap<>();

    /**
     * @param most how many windows may run at once
     * @param clock one that is never set back, or the log would be silent for as long
     */
    LogThrottle(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whether to write the line now; if so, not again within the window. */
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
