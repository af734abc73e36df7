package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Every open line, by the person whose it is. Thread-safe. */
@ApplicationScoped
public class OpenLines {

    private final Map<Long, Set<Connection>> people = new ConcurrentHashMap<>();

    /**
     * Takes a line in, also one too many: until it is gone it has to be watched.
     *
     * @return false if the account has more lines than it may have
     */
    boolean add(Connection line, int most) {
        // Within compute, since the last line of an account may just be taking its set away.
        return people.compute(line.caller().id(), (id, own) -> {
                            var all = own != null ? own : ConcurrentHashMap.<Connection>newKeySet();
                            all.add(line);
                            return all;
                        })
                        .size()
                <= most;
    }

    /** Takes a line out. */
    void remove(Connection line) {
        people.computeIfPresent(line.caller().id(), (id, own) -> {
            own.remove(line);
            return own.isEmpty() ? null : own;
        });
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
}
