package org.hostelchat.live.transport;

import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;

/**
 * Chooses the fastest implementation that a session and the settings allow; the standard one in an unknown container.
 */
public final class Lines {

    private static final System.Logger LOG = System.getLogger(Lines.class.getName());

    private Lines() {}

    /** Prepares the container for new connections, as far as it allows. */
    static void prepare(WebSocketContainer container, LineKind kind) {
        if (kind == LineKind.STANDARD) return;
        try {
            TyrusLine.withoutTimers(container);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Not the container that we know: many connections will be slow", e);
        }
    }

    public static Line of(Session session, LineKind kind) {
        var standard = new StandardLine(session);
        if (kind == LineKind.STANDARD) return standard;
        try {
            var tyrus = new TyrusLine(session, standard);
            return session.isSecure() || kind == LineKind.TYRUS ? tyrus : direct(tyrus);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not the container that we know", e);
            return standard;
        }
    }

    private static Line direct(TyrusLine tyrus) {
        try {
            return new GrizzlyLine(tyrus);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not the transport that we know", e);
            return tyrus;
        }
    }
}
