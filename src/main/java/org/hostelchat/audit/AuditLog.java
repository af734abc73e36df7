package org.hostelchat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hostelchat.principal.Caller;
import org.hostelchat.time.ElapsedClock;

/**
 * Logs sign-ins and acts of officials, one line each, with the logger {@code org.hostelchat.audit}. Values are quoted
 * and escaped, so that nobody can forge a line by a name. Must not be given passwords, keys or tokens.
 */
@ApplicationScoped
public class AuditLog {

    private static final System.Logger LOG = System.getLogger("org.hostelchat.audit");

    private static final int MOST_REPEATABLE = 1_000;

    private record Line(String text) {}

    /** One throttle per event, so that strangers' attempts do not suppress lines about residents. */
    private final Map<String, LogThrottle> lately = new ConcurrentHashMap<>();

    private final Clock clock;
    private final Consumer<Line> onSuccess;

    @Inject
    AuditLog(Event<Line> lines) {
        this.clock = new ElapsedClock();
        this.onSuccess = lines::fire;
    }

    /** Outside of a container, where transactions have no callbacks: every line is written at once. */
    public AuditLog(Clock clock) {
        this.clock = clock;
        this.onSuccess = this::write;
    }

    /** For the CDI proxy; with a monotonic clock, otherwise as {@link #AuditLog(Clock)}. */
    public AuditLog() {
        this(new ElapsedClock());
    }

    /** Logs an act. To be called when it is completed or refused. */
    public void record(String event, Caller by, Object... namesAndValues) {
        write(new Line(line(event, by, namesAndValues)));
    }

    /**
     * As {@link #record}, for events that anybody can cause without limit: the same line is written once within the
     * window, and at most a thousand different ones of each event.
     */
    public void recordOnce(Duration window, String event, Caller by, Object... namesAndValues) {
        var line = line(event, by, namesAndValues);
        if (lately.computeIfAbsent(event, any -> new LogThrottle(MOST_REPEATABLE, clock))
                .isNew(line, window)) write(new Line(line));
    }

    /** As {@link #record}, within a transaction: the line is written after the commit, or not at all. */
    public void recordOnSuccess(String event, Caller by, Object... namesAndValues) {
        onSuccess.accept(new Line(line(event, by, namesAndValues)));
    }

    void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) Line line) {
        LOG.log(System.Logger.Level.INFO, line.text());
    }

    static String line(String event, Caller by, Object... namesAndValues) {
        var line = new StringBuilder(event);
        if (by != null) append(append(line, "by", by.id()), "byName", by.name());
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            append(line, (String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return line.toString();
    }

    private static StringBuilder append(StringBuilder line, String name, Object value) {
        line.append(' ').append(name).append('=');
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Enum) {
            return line.append(value);
        }
        line.append('"');
        value.toString().codePoints().forEach(c -> quote(line, c));
        return line.append('"');
    }

    private static void quote(StringBuilder line, int c) {
        var plain =
                switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> c != '"' && c != '\\';
                };
        if (plain) line.appendCodePoint(c);
        else line.append("\\u{").append(Integer.toHexString(c)).append('}');
    }
}
