package org.hostelchat.live;

import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import org.hostelchat.live.LiveSettings.Way;

/** Finds the fastest line that a session and the settings allow; where the container is not the one we know, the standard one. */
final class Lines {

    private static final System.Logger LOG = System.getLogger(Lines.class.getName());

    private Lines() {}

    /** Readies the container for the lines that are to come, as far as it lets us. */
    static void prepare(WebSocketContainer container, Way way) {
        if (way == Way.STANDARD) return;
        try {
            TyrusLine.withoutTimers(container);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Not the container that we know: many connections will be slow", e);
        }
    }

    static Line of(Session session, Way way) {
        var standard = new StandardLine(session);
        if (way == Way.STANDARD) return standard;
        try {
            var tyrus = new TyrusLine(session, standard);
            return session.isSecure() || way == Way.TYRUS ? tyrus : direct(tyrus);
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
