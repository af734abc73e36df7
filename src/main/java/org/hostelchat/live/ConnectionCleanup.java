package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.presence.PresenceBoard;

/** Removes a closed connection from everything that holds a reference to it. Thread-safe and idempotent. */
@ApplicationScoped
class ConnectionCleanup {

    private final OpenConnections connections;
    private final ClosingConnections closing;
    private final RoomHubs hubs;
    private final PresenceBoard presence;
    private final TypingThrottle typing;

    @Inject
    ConnectionCleanup(
            OpenConnections connections,
            ClosingConnections closing,
            RoomHubs hubs,
            PresenceBoard presence,
            TypingThrottle typing) {
        this.connections = connections;
        this.closing = closing;
        this.hubs = hubs;
        this.presence = presence;
        this.typing = typing;
    }

    /** For the CDI proxy. */
    protected ConnectionCleanup() {
        this(null, null, null, null, null);
    }

    void remove(Connection connection) {
        var person = connection.caller().id();
        connection.markClosed();
        closing.add(connection);
        connections.remove(connection);
        connection.leaveAll().forEach(hubs::unsubscribe);
        presence.end(connection, person);
        if (connections.of(person).isEmpty()) typing.forget(person);
    }
}
