package org.hostelchat.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.hostelchat.support.MovableClock;
import org.junit.jupiter.api.Test;

class LogThrottleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovableClock clock = new MovableClock();
    private final LogThrottle lately = new LogThrottle(10, clock);

    @Test
    void theSameLineIsNewOnceInItsWindow() {
        assertTrue(lately.isNew("a", MINUTE));
        assertTrue(lately.isNew("b", MINUTE));
        clock.moveOn(MINUTE.minusMillis(1));
        assertFalse(lately.isNew("a", MINUTE));
        clock.moveOn(Duration.ofMillis(1));
        assertTrue(lately.isNew("a", MINUTE));
        assertFalse(lately.isNew("a", MINUTE));
    }

    @Test
    void aFloodOfDifferentLinesEndsAndTheNextWindowHasRoomAgain() {
        assertEquals(10, news());
        clock.moveOn(MINUTE);
        assertEquals(10, news());
    }

    private long news() {
        return IntStream.range(0, 100)
                .filter(i -> lately.isNew("line " + i, MINUTE))
                .count();
    }
}
