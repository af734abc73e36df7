package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Connections that the server has closed and whose clients have neither closed nor been cut off yet. Thread-safe. */
@ApplicationScoped
class ClosingConnections {

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    void add(Connection connection) {
        connections.add(connection);
    }

    /** Drops the connections that have ended before it visits the others. */
    void forEach(Consumer<Connection> what) {
        connections.removeIf(connection -> connection.transport().isOver());
        connections.forEach(what);
    }
}
