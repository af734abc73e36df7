package org.hostelchat.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {

    private long now;
    private final RepeatFilter filter = new RepeatFilter(() -> now);

    @Test
    void aFloodOfOneKindIsOneLineAMinuteWhateverStandsInIt() {
        assertEquals(1, written("org.glassfish.grizzly", Level.WARNING, "Invalid character 'x%d' found at 17%d"));
        now += TimeUnit.SECONDS.toNanos(59);
        assertEquals(0, written("org.glassfish.grizzly", Level.WARNING, "Invalid character 'y%d' found at 17%d"));
        now += TimeUnit.SECONDS.toNanos(1);
        var next = entry("org.glassfish.grizzly", Level.WARNING, "Invalid character 'z' found at 1");
        assertTrue(filter.isLoggable(next));
        assertTrue(next.getMessage().endsWith("(and 1999 more of this kind before)"), next.getMessage());
    }

    @Test
    void anotherKindIsNotCrowdedOutByIt() {
        written("org.glassfish.grizzly", Level.WARNING, "Invalid character 'x%d' found at %d");
        assertTrue(filter.isLoggable(entry("jakarta.enterprise", Level.SEVERE, "The disk is gone")));
    }

    @Test
    void aFloodOfDifferentKindsEndsToo() {
        var letters = IntStream.range(0, 1_000)
                .mapToObj(i -> entry("org.glassfish", Level.WARNING, "x".repeat(i % 190) + "y".repeat(i / 190)))
                .filter(filter::isLoggable)
                .count();
        assertEquals(100, letters);
    }

    @Test
    void ourOwnFaultsAreToldMoreOftenAndWhatPeopleDoAlways() {
        assertEquals(10, written("org.hostelchat.api.FaultMapper", Level.SEVERE, "Fault %d%d"));
        assertEquals(1_000, written("org.hostelchat.audit", Level.INFO, "signed-in by=%d %d"));
        assertFalse(filter.isLoggable(entry("org.hostelchat.api.FaultMapper", Level.SEVERE, "Fault 7")));
    }

    private long written(String logger, Level level, String text) {
        return IntStream.range(0, 1_000)
                .filter(i -> filter.isLoggable(entry(logger, level, text.formatted(i, i))))
                .count();
    }

    private static LogRecord entry(String logger, Level level, String text) {
        var entry = new LogRecord(level, text);
        entry.setLoggerName(logger);
        return entry;
    }
}
