package org.hostelchat.launch;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Formats a log entry as one line, followed by an exception's stack trace. Messages of third-party code may contain
 * what clients sent, so characters that start a new line, move the cursor or change the direction of text are written
 * as {@code \n}, {@code \t} or {@code \u001b}: nobody can forge log lines or control an operator's terminal.
 *
 * <p>Named in {@code logging.properties}; the layout is that of {@link SimpleFormatter}. Thread-safe.
 */
public final class LineFormatter extends Formatter {

    /** Ends cyclic chains of causes. */
    private static final int MOST_CAUSES = 20;

    private static final int FRAMES_OF_A_CAUSE = 15;

    private final SimpleFormatter layout = new SimpleFormatter();

    @Override
    public String format(LogRecord entry) {
        var copy = new LogRecord(entry.getLevel(), escaped(formatMessage(entry)));
        copy.setLoggerName(entry.getLoggerName());
        copy.setInstant(entry.getInstant());
        copy.setSourceClassName(entry.getSourceClassName());
        copy.setSourceMethodName(entry.getSourceMethodName());
        var line = layout.format(copy);
        return entry.getThrown() == null ? line : line + trace(entry.getThrown());
    }

    /** Like {@link Throwable#printStackTrace()}, with escaped messages and without suppressed exceptions. */
    private static String trace(Throwable thrown) {
        var text = new StringBuilder();
        var depth = 0;
        for (var one = thrown; one != null && depth < MOST_CAUSES; one = one.getCause(), depth++) {
            if (depth > 0) text.append("Caused by: ");
            text.append(escaped(one.toString())).append(System.lineSeparator());
            var frames = one.getStackTrace();
            var shown = depth == 0 ? frames.length : Math.min(frames.length, FRAMES_OF_A_CAUSE);
            for (var i = 0; i < shown; i++)
                text.append("\tat ").append(frames[i]).append(System.lineSeparator());
            if (shown < frames.length)
                text.append("\t... ")
                        .append(frames.length - shown)
                        .append(" more")
                        .append(System.lineSeparator());
        }
        return text.toString();
    }

    /** @param text null for a record without a message, such as one that has an exception only */
    private static String escaped(String text) {
        if (text == null) return "";
        if (text.codePoints().noneMatch(LineFormatter::isUnsafe)) return text;
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c == '\n') safe.append("\\n");
            else if (c == '\r') safe.append("\\r");
            else if (c == '\t') safe.append("\\t");
            else if (isUnsafe(c)) safe.append(String.format("\\u%04x", c));
            else safe.appendCodePoint(c);
        });
        return safe.toString();
    }

    /**
     * Whether it is a control character, a line separator or changes the direction of text. The joiners that Indian
     * scripts need are safe.
     */
    private static boolean isUnsafe(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
