package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.presence.PresenceBoard;

/** Removes a closed connection from everything that holds a reference to it. Thread-safe and idempotent. */
@ApplicationScoped
class ConnectionCleanup {

    private final OpenLines lines;
    private final ClosingLines closing;
    private final RoomHubs hubs;
    private final PresenceBoard presence;
    private final TypingThrottle typing;

    @Inject
    ConnectionCleanup(
            OpenLines lines, ClosingLines closing, RoomHubs hubs, PresenceBoard presence, TypingThrottle typing) {
        this.lines = lines;
        this.closing = closing;
        this.hubs = hubs;
        this.presence = presence;
        this.typing = typing;
    }

    /** For the CDI proxy. */
    protected ConnectionCleanup() {
        this(null, null, null, null, null);
    }

    void remove(Connection line) {
        var person = line.caller().id();
        line.markClosed();
        closing.add(line);
        lines.remove(line);
        line.leaveAll().forEach(hubs::unsubscribe);
        presence.end(line, person);
        if (lines.of(person).isEmpty()) typing.forget(person);
    }
}
