package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Lines that are closed at this end, until the other end has hung up, or was cut off. Thread-safe. */
@ApplicationScoped
class ClosingLines {

    private final Set<Connection> lines = ConcurrentHashMap.newKeySet();

    void add(Connection line) {
        lines.add(line);
    }

    /** Those that are over are forgotten before. */
    void forEach(Consumer<Connection> what) {
        lines.removeIf(line -> line.line().isOver());
        lines.forEach(what);
    }
}
