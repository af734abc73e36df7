package org.hostelchat.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.glassfish.tyrus.core.ProtocolHandler;
import org.glassfish.tyrus.core.TyrusRemoteEndpoint;
import org.glassfish.tyrus.core.TyrusSession;
import org.glassfish.tyrus.core.TyrusWebSocket;
import org.glassfish.tyrus.spi.Writer;

/**
 * A line that hands the container ready-made frames, all that wait in one write. The only class that reaches into Tyrus.
 *
 * <p>Why: every send of the standard API, and every message that comes in, re-arms an idle timer on a shared scheduler, which
 * costs more than the sending itself; and it can't put two frames into one write. Checked with Tyrus 2.1.5; where its fields
 * are not found, {@link #of} falls back to the standard API.
 */
final class TyrusLine implements Line {

    private static final Field WEB_SOCKET = field(TyrusRemoteEndpoint.class, "webSocket");
    private static final Field PROTOCOL = field(TyrusWebSocket.class, "protocolHandler");
    private static final Field WRITER = field(ProtocolHandler.class, "writer");
    private static final Field TIMERS = field(TyrusSession.class, "service");

    /** A scheduler that schedules nothing: Tyrus takes its null for 'no timer is running'. */
    private static final ScheduledExecutorService NO_TIMERS = (ScheduledExecutorService) Proxy.newProxyInstance(
            TyrusLine.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, args) -> method.getReturnType() == boolean.class ? Boolean.FALSE : null);

    private final Line standard;
    private final TyrusWebSocket socket;

    private TyrusLine(Line standard, TyrusWebSocket socket) {
        this.standard = standard;
        this.socket = socket;
    }

    /** The best line that this session allows. */
    static Line of(Session session) {
        var standard = new StandardLine(session);
        if (!(session instanceof TyrusSession) || WEB_SOCKET == null || PROTOCOL == null || WRITER == null)
            return standard;
        try {
            if (TIMERS != null) TIMERS.set(session, NO_TIMERS);
            return new TyrusLine(standard, (TyrusWebSocket) WEB_SOCKET.get(session.getAsyncRemote()));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return standard;
        }
    }

    @Override
    public void write(List<Frame> frames, Done done) {
        CompletableFuture<?> written;
        try {
            written = (CompletableFuture<?>) socket.sendRawFrame(bytes(frames));
        } catch (RuntimeException e) {
            done.written(e);
            return;
        }
        written.whenComplete((frame, failure) -> done.written(failure));
    }

    /** Several frames may stand in one buffer; a single one is handed on without copying, shared by all its readers. */
    private static ByteBuffer bytes(List<Frame> frames) {
        if (frames.size() == 1) return ByteBuffer.wrap(frames.get(0).wire());
        var length = 0;
        for (var frame : frames) length += frame.length();
        var all = ByteBuffer.allocate(length);
        for (var frame : frames) all.put(frame.wire());
        return all.flip();
    }

    @Override
    public void ping() {
        standard.ping();
    }

    @Override
    public void close(CloseReason.CloseCode code, String reason) {
        standard.close(code, reason);
    }

    /** A close frame would wait behind what a dead reader never takes, so the writer itself is closed. */
    @Override
    public void cut() {
        try {
            ((Writer) WRITER.get(PROTOCOL.get(socket))).close();
        } catch (ReflectiveOperationException | java.io.IOException | RuntimeException e) {
            standard.cut();
        }
    }

    private static Field field(Class<?> owner, String name) {
        try {
            var field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
