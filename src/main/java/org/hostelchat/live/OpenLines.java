package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Every open line, by the person whose it is; and those that are being hung up. Thread-safe. */
@ApplicationScoped
public class OpenLines {

    private static final System.Logger LOG = System.getLogger(OpenLines.class.getName());

    private static final long TYPING_PAUSE = TimeUnit.SECONDS.toNanos(3);

    private final Map<Long, Set<Connection>> people = new ConcurrentHashMap<>();
    private final Map<Long, Long> typedAt = new ConcurrentHashMap<>();
    private final Set<Connection> parting = ConcurrentHashMap.newKeySet();

    /**
     * Takes a line in, also one too many: until it is gone it has to be watched.
     *
     * @return false if the account has more lines than it may have
     */
    boolean add(Connection connection, int most) {
        // Within compute, since the last line of an account may just be taking its set away.
        return people.compute(connection.caller().id(), (id, own) -> {
                            var all = own != null ? own : ConcurrentHashMap.<Connection>newKeySet();
                            all.add(connection);
                            return all;
                        })
                        .size()
                <= most;
    }

    /** Takes a line out: it is closed, though its other end may still have to hang up. */
    void remove(Connection connection) {
        connection.markClosed();
        parting.add(connection);
        people.computeIfPresent(connection.caller().id(), (id, own) -> {
            own.remove(connection);
            if (!own.isEmpty()) return own;
            typedAt.remove(id);
            return null;
        });
    }

    /** Has done with a line that failed, whatever state it is in; what tidies up comes to it by itself. Never throws. */
    void cut(Connection connection, Throwable why) {
        connection.markClosed();
        try {
            connection.line().cut();
            LOG.log(System.Logger.Level.WARNING, "A line was cut", why);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "A line could not even be cut", e);
        }
    }

    /** Lines that have been taken out; those are forgotten that are over. */
    Collection<Connection> parting() {
        parting.removeIf(connection -> connection.line().isOver());
        return parting;
    }

    Collection<Connection> of(long userId) {
        return people.getOrDefault(userId, Set.of());
    }

    void forEach(Consumer<Connection> what) {
        people.values().forEach(own -> own.forEach(what));
    }

    /** How many lines are open. */
    public int size() {
        return people.values().stream().mapToInt(Set::size).sum();
    }

    /** Whether a person, on whichever line, may tell again of being about to write. */
    boolean mayType(long userId, long nowNanos) {
        var may = new AtomicBoolean();
        typedAt.compute(userId, (id, before) -> {
            may.set(before == null || nowNanos - before >= TYPING_PAUSE);
            return may.get() ? Long.valueOf(nowNanos) : before;
        });
        return may.get();
    }
}
