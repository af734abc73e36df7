package org.hostelchat.bench.bare;

import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;
import org.glassfish.tyrus.core.TyrusRemoteEndpoint;
import org.glassfish.tyrus.core.TyrusSession;
import org.glassfish.tyrus.core.TyrusWebSocket;

/**
 * A socket that is written to directly, and its position in the stream. Used only by the loop's thread once it has
 * joined.
 */
final class BareConnection {

    private static final Field SOCKET = field(TyrusRemoteEndpoint.class, "webSocket");
    private static final Field TIMER = field(TyrusSession.class, "service");
    private static final NoTimer NO_TIMER = new NoTimer();

    private final TyrusWebSocket socket;
    private Future<?> last;

    /** The next round to send. */
    long round;

    BareConnection(Session session) {
        try {
            socket = (TyrusWebSocket) SOCKET.get(session.getAsyncRemote());
            TIMER.set(session, NO_TIMER);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isFree() {
        return last == null || last.isDone();
    }

    /** Returns false if the socket is closed. */
    boolean write(ByteBuffer frames) {
        try {
            last = socket.sendRawFrame(frames);
            return true;
        } catch (IllegalStateException closed) {
            return false;
        }
    }

    private static Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
