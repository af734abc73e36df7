package org.hostelchat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    private Map<Long, Presence> elsewhere = Map.of();

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

    /** Sets who is present on other nodes. */
    public synchronized void elsewhere(Collection<Presence> others) {
        elsewhere = others.stream().collect(Collectors.toUnmodifiableMap(Presence::id, person -> person, (a, b) -> a));
    }

    /** Everybody with a valid lease on any node, by id, each once. */
    public synchronized List<Presence> here() {
        expire(System.nanoTime());
        if (elsewhere.isEmpty()) return List.copyOf(people.values());
        var all = new TreeMap<>(elsewhere);
        all.putAll(people);
        return List.copyOf(all.values());
    }

    /** The ids of those with a valid lease on this node, ascending. */
    public synchronized List<Long> onThisNode() {
        expire(System.nanoTime());
        return List.copyOf(people.keySet());
    }

    /** A person who is present on any node. */
    public synchronized Optional<Presence> find(long personId) {
        return Optional.ofNullable(people.getOrDefault(personId, elsewhere.get(personId)));
    }

    public synchronized int count() {
        return here().size();
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
