package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Connections that the server has closed and whose clients have neither closed nor been cut off yet. Thread-safe. */
@ApplicationScoped
class ClosingLines {

    private final Set<Connection> lines = ConcurrentHashMap.newKeySet();

    void add(Connection line) {
        lines.add(line);
    }

    /** Drops the connections that have ended before it visits the others. */
    void forEach(Consumer<Connection> what) {
        lines.removeIf(line -> line.line().isOver());
        lines.forEach(what);
    }
}
