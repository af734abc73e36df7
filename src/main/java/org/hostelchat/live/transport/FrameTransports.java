package org.hostelchat.live.transport;

import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;

/**
 * Chooses the fastest implementation that a session and the settings allow; the standard one in an unknown container.
 */
public final class FrameTransports {

    private static final System.Logger LOG = System.getLogger(FrameTransports.class.getName());

    private FrameTransports() {}

    /** Prepares the container for new connections, as far as it allows. */
    static void prepare(WebSocketContainer container, TransportKind kind) {
        if (kind == TransportKind.STANDARD) return;
        try {
            TyrusTransport.withoutTimers(container);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Not the container that we know: many connections will be slow", e);
        }
    }

    public static FrameTransport of(Session session, TransportKind kind) {
        var standard = new StandardTransport(session);
        if (kind == TransportKind.STANDARD) return standard;
        try {
            var tyrus = new TyrusTransport(session, standard);
            return session.isSecure() || kind == TransportKind.TYRUS ? tyrus : direct(tyrus);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not the container that we know", e);
            return standard;
        }
    }

    private static FrameTransport direct(TyrusTransport tyrus) {
        try {
            return new GrizzlyTransport(tyrus);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not the transport that we know", e);
            return tyrus;
        }
    }
}
