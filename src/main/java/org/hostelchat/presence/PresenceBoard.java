package org.hostelchat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who is here. Each line (a tab, a device) of a person holds a lease; a person is here as long as one of them is in force.
 *
 * <p>Thread-safe; bounded by the number of open lines. Times are {@link System#nanoTime()}'s.
 */
@ApplicationScoped
public class PresenceBoard {

    /** How long a line counts without a sign of life. Longer than two pings, shorter than anybody's patience. */
    public static final Duration LEASE = Duration.ofSeconds(45);

    private final Map<Long, Map<Object, Long>> leases = new HashMap<>();
    private final Map<Long, Presence> people = new TreeMap<>();

    /** A line of this person shows life. */
    public synchronized void renew(Object line, Presence person, long nowNanos) {
        leases.computeIfAbsent(person.id(), id -> new HashMap<>()).put(line, nowNanos + LEASE.toNanos());
        people.put(person.id(), person);
    }

    /** A line of this person is known to be gone. */
    public synchronized void end(Object line, long personId) {
        var lines = leases.get(personId);
        if (lines == null) return;
        lines.remove(line);
        if (lines.isEmpty()) forget(personId);
    }

    /** Everybody whose lease is in force, by number. */
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
