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
 * The record of sign-ins and of what officials do, one line each, on the logger {@code org.hostelchat.audit}. Values are
 * quoted and escaped, so that nobody can forge a line by way of a name. Never hand a password, key or token to it.
 */
@ApplicationScoped
public class AuditLog {

    private static final System.Logger LOG = System.getLogger("org.hostelchat.audit");

    private static final int MOST_REPEATABLE = 1_000;

    private record Line(String text) {}

    /** By event, so that strangers' attempts can't crowd out what residents do. */
    private final Map<String, LogThrottle> lately = new ConcurrentHashMap<>();

    private final Clock clock;
    private final Consumer<Line> onSuccess;

    @Inject
    AuditLog(Event<Line> lines) {
        this.clock = new ElapsedClock();
        this.onSuccess = lines::fire;
    }

    /** Outside a container, where nothing tells of a transaction's end: every line is written at once. */
    public AuditLog(Clock clock) {
        this.clock = clock;
        this.onSuccess = this::write;
    }

    /** For the container's proxy, and as {@link #AuditLog(Clock)} by a clock that is never set back. */
    public AuditLog() {
        this(new ElapsedClock());
    }

    /** Writes that somebody did something. Call it once it is done, or refused. */
    public void record(String event, Caller by, Object... namesAndValues) {
        write(new Line(line(event, by, namesAndValues)));
    }

    /**
     * As {@link #record}, for what anybody can bring about as often as they like: the same line once within the window, and of
     * each event a thousand different ones at most.
     */
    public void recordOnce(Duration window, String event, Caller by, Object... namesAndValues) {
        var line = line(event, by, namesAndValues);
        if (lately.computeIfAbsent(event, any -> new LogThrottle(MOST_REPEATABLE, clock))
                .isNew(line, window)) write(new Line(line));
    }

    /** As {@link #record}, from within a transaction: nothing is written unless that succeeds. */
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
