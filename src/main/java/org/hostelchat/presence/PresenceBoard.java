package org.hostelchat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who is present. Each connection of a person holds a lease; a person is present while at least one lease is valid.
 *
 * <p>Thread-safe; bounded by the number of open connections. Times are those of {@link System#nanoTime()}.
 */
@ApplicationScoped
public class PresenceBoard {

    /**
     * How long a lease is valid without renewal. Longer than two intervals between pings, so that one lost pong does no
     * harm.
     */
    public static final Duration LEASE = Duration.ofSeconds(45);

    private final Map<Long, Map<Object, Long>> leases = new HashMap<>();
    private final Map<Long, Presence> people = new TreeMap<>();

    /** Renews the lease of a connection that has shown a sign of life. */
    public synchronized void renew(Object line, Presence person, long nowNanos) {
        leases.computeIfAbsent(person.id(), id -> new HashMap<>()).put(line, nowNanos + LEASE.toNanos());
        people.put(person.id(), person);
    }

    /** Ends the lease of a connection that is closed. */
    public synchronized void end(Object line, long personId) {
        var lines = leases.get(personId);
        if (lines == null) return;
        lines.remove(line);
        if (lines.isEmpty()) forget(personId);
    }

    /** Everybody with a valid lease, by id. */
    public synchronized List<Presence> here() {
        expire(System.nanoTime());
        return List.copyOf(people.values());
    }

    public synchronized int count() {
        return people.size();
    }

    private void expire(long nowNanos) {
        leases.values().forEach(lines -> lines.values().removeIf(until -> until - nowNanos < 0));
        leases.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::forget);
    }

    private void forget(long personId) {
        leases.remove(personId);
        people.remove(personId);
    }
}
