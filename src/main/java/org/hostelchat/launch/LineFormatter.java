package org.hostelchat.launch;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Writes a log entry as one line, and an exception's stack trace under it. Other people's classes put into their messages what
 * clients sent: characters that begin a line, move the cursor or turn the text round stand there as {@code \n}, {@code \t} or
 * {@code \u001b}, so that nobody can forge a line or play with an operator's terminal.
 *
 * <p>Named in {@code logging.properties}, with the layout of {@link SimpleFormatter}. Thread-safe.
 */
public final class LineFormatter extends Formatter {

    private final SimpleFormatter layout = new SimpleFormatter();

    @Override
    public String format(LogRecord entry) {
        var message = formatMessage(entry);
        var safe = escaped(message);
        if (safe.equals(message)) return layout.format(entry);
        var copy = new LogRecord(entry.getLevel(), safe);
        copy.setLoggerName(entry.getLoggerName());
        copy.setInstant(entry.getInstant());
        copy.setSourceClassName(entry.getSourceClassName());
        copy.setSourceMethodName(entry.getSourceMethodName());
        copy.setThrown(entry.getThrown());
        return layout.format(copy);
    }

    private static String escaped(String text) {
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

    /** Control characters, separators of lines, and what turns the direction of text; not the joiners of Indian scripts. */
    private static boolean isUnsafe(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
