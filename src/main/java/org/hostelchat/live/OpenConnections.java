package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** All open connections, by the person who opened them. Thread-safe. */
@ApplicationScoped
public class OpenConnections {

    private final Map<Long, Set<Connection>> people = new ConcurrentHashMap<>();

    /**
     * Adds a connection, even if it exceeds the limit: until it has ended it must be monitored.
     *
     * @return false if the account has more than {@code most} connections
     */
    boolean add(Connection connection, int most) {
        // Within compute, because another thread may be removing the account's set with its last connection.
        return people.compute(connection.caller().id(), (id, own) -> {
                            var all = own != null ? own : ConcurrentHashMap.<Connection>newKeySet();
                            all.add(connection);
                            return all;
                        })
                        .size()
                <= most;
    }

    /** Removes a connection. */
    void remove(Connection connection) {
        people.computeIfPresent(connection.caller().id(), (id, own) -> {
            own.remove(connection);
            return own.isEmpty() ? null : own;
        });
    }

    Collection<Connection> of(long userId) {
        return people.getOrDefault(userId, Set.of());
    }

    void forEach(Consumer<Connection> what) {
        people.values().forEach(own -> own.forEach(what));
    }

    /** How many connections are open. */
    public int size() {
        return people.values().stream().mapToInt(Set::size).sum();
    }
}
