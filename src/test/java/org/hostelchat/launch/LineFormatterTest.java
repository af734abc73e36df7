package org.hostelchat.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LineFormatterTest {

    private final LineFormatter formatter = new LineFormatter();

    private String written(String message, Object... parameters) {
        var entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName("org.glassfish.grizzly.http");
        entry.setParameters(parameters);
        return formatter.format(entry);
    }

    @Test
    void lineBreaksInValuesBeginNoLine() {
        for (var forged : new String[] {"\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085"}) {
            var line = written("Invalid host: {0}", "x" + forged + "2026-11-27 INFO [org.hostelchat.audit] signed-in");
            assertEquals(
                    1, line.strip().lines().filter(l -> l.contains("signed-in")).count());
            assertFalse(line.lines().anyMatch(l -> l.startsWith("2026-11-27 INFO")), line);
            assertFalse(line.strip().contains("\u2028") || line.contains("\u2029") || line.contains("\u0085"), line);
        }
    }

    @Test
    void controlCharactersAreEscaped() {
        assertTrue(written("Bad character '\u001b[2J' and \u202e").contains("'\\u001b[2J' and \\u202e"));
    }

    @Test
    void bracesInValuesAreNoPlaceholders() {
        var line = written("Path {0}", "/{0}/{1}\n{2} it's");
        assertTrue(line.contains("Path /{0}/{1}\\n{2} it's"), line);
    }

    @Test
    void wordsOfEveryScriptStayAsTheyAre() {
        assertTrue(written("नमस्ते க்‌ஷ é – {0}", "तमिऴ்").contains("नमस्ते க்‌ஷ é – तमिऴ்"));
    }

    @Test
    void anEntryWithoutAMessageStillShowsItsException() {
        var entry = new LogRecord(Level.SEVERE, null);
        entry.setThrown(new IllegalStateException("gone"));
        assertTrue(formatter.format(entry).contains("IllegalStateException: gone"));
    }

    @Test
    void theStackTraceOfAnExceptionStandsUnderIt() {
        var entry = new LogRecord(Level.SEVERE, "a\nb");
        entry.setThrown(new IllegalStateException("gone", new RuntimeException("x\n2026-11-27 INFO forged \u001b[2J")));
        var text = formatter.format(entry);
        assertTrue(text.contains("a\\nb"), text);
        assertTrue(text.contains("IllegalStateException: gone"), text);
        assertTrue(text.contains("\tat "), text);
        assertTrue(text.contains("Caused by: java.lang.RuntimeException: x\\n2026-11-27 INFO forged \\u001b[2J"), text);
    }
}
