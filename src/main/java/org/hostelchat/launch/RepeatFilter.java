package org.hostelchat.launch;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Limits the growth of the log, whatever causes its lines. Per minute and kind it lets through one warning or error of
 * the server, ten of the application, and thirty lines of other levels; and a hundred lines per logger in all. The next
 * line that is written says how many were suppressed. Lines are of the same kind if logger and exception are the same
 * and the texts differ in numbers and quoted words only. The audit log, which has limits of its own, is exempt.
 *
 * <p>Named in {@code logging.properties}. Thread-safe.
 */
public final class RepeatFilter implements Filter {

    private static final String AUDIT = "org.hostelchat.audit";
    private static final long WINDOW_NANOS = 60_000_000_000L;
    private static final int MOST_KINDS = 2_000;
    private static final int PER_LOGGER = 100;
    private static final int LONGEST_KIND = 200;

    private static final class Count {
        private long since;
        private int written;
        private int leftOut;
    }

    private final LongSupplier nanoTime;
    private final Map<String, Count> counts = new HashMap<>();

    public RepeatFilter() {
        this(System::nanoTime);
    }

    RepeatFilter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized boolean isLoggable(LogRecord entry) {
        var logger = String.valueOf(entry.getLoggerName());
        if (logger.equals(AUDIT)) return true;
        var now = nanoTime.getAsLong();
        return passes(kind(logger, entry), most(logger, entry.getLevel()), now, entry)
                && passes(logger, PER_LOGGER, now, entry);
    }

    private boolean passes(String key, int most, long now, LogRecord entry) {
        var count = counts.get(key);
        if (count == null) {
            if (counts.size() >= MOST_KINDS) counts.values().removeIf(old -> now - old.since >= WINDOW_NANOS);
            if (counts.size() >= MOST_KINDS) return false;
            count = new Count();
            count.since = now;
            counts.put(key, count);
        } else if (now - count.since >= WINDOW_NANOS) {
            if (count.leftOut > 0) tell(entry, count.leftOut);
            count.since = now;
            count.written = 0;
            count.leftOut = 0;
        }
        if (count.written >= most) {
            count.leftOut++;
            return false;
        }
        count.written++;
        return true;
    }

    private static void tell(LogRecord entry, int leftOut) {
        entry.setMessage(entry.getMessage() + " (and " + leftOut + " more of this kind before)");
    }

    private static int most(String logger, Level level) {
        if (level.intValue() < Level.WARNING.intValue()) return 30;
        return logger.startsWith("org.hostelchat") ? 10 : 1;
    }

    private static String kind(String logger, LogRecord entry) {
        var text = String.valueOf(entry.getMessage());
        if (text.length() > LONGEST_KIND) text = text.substring(0, LONGEST_KIND);
        var thrown = entry.getThrown();
        return logger
                + ' '
                + entry.getLevel()
                + ' '
                + (thrown == null ? "" : thrown.getClass().getName())
                + ' '
                + text.replaceAll("\"[^\"]*\"|'[^']*'|\\[[^\\]]*\\]", "\"\"")
                        .replaceAll("[0-9a-fA-F]*[0-9][0-9a-fA-F]*", "0");
    }
}
