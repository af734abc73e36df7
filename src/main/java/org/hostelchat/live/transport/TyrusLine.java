package org.hostelchat.live.transport;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.WebConnection;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.glassfish.grizzly.Connection;
import org.glassfish.tyrus.core.TyrusWebSocket;
import org.glassfish.tyrus.spi.Writer;

/**
 * A line that hands the container ready-made frames, all that wait in one write.
 *
 * <p>Why: every send of the standard API, and every message that comes in, re-arms an idle timer on a shared scheduler, which
 * costs more than the sending itself; and it can't put two frames into one write. Nor can it hang up on somebody who does not
 * read. Checked with Tyrus 2.1.5 and Grizzly 4.0.2 in Payara 6.2025.10.
 */
final class TyrusLine implements Line {

    private static final System.Logger LOG = System.getLogger(TyrusLine.class.getName());

    /** A scheduler that schedules nothing: Tyrus takes its null for 'no timer is running'. */
    private static final ScheduledExecutorService NO_TIMERS = (ScheduledExecutorService) Proxy.newProxyInstance(
            TyrusLine.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, args) -> method.getReturnType() == boolean.class ? Boolean.FALSE : null);

    private final Line standard;
    private final TyrusWebSocket socket;
    private final Object handler;
    private final Connection<SocketAddress> connection;
    private final ClosingHandshake closing;
    private volatile boolean gone;

    /** @throws ReflectiveOperationException if the container is not the one that this class knows */
    TyrusLine(Session session, Line standard) throws ReflectiveOperationException {
        this.standard = standard;
        this.socket = (TyrusWebSocket) ReflectiveAccess.get(session.getAsyncRemote(), "webSocket");
        var protocol = ReflectiveAccess.get(socket, "protocolHandler");
        var writer = (Writer) ReflectiveAccess.get(protocol, "writer");
        // The writer knows a proxy only.
        this.handler = ReflectiveAccess.get(ReflectiveAccess.get(writer, "tyrusHttpUpgradeHandler"), "handler");
        this.connection = connection((WebConnection) ReflectiveAccess.get(handler, "wc"));
        this.closing = new ClosingHandshake(() -> close(writer));
        // Should the container have kept its own.
        ReflectiveAccess.set(session, "service", NO_TIMERS);
        ReflectiveAccess.set(protocol, "writer", new BoundedWriter(writer, this::cut, closing));
    }

    /**
     * Takes the idle timers away from all sockets that are still to come: already to set one up costs a search through the
     * class path. {@link Heartbeat} looks after silent lines.
     *
     * @throws ReflectiveOperationException if the container is not the one that this class knows
     */
    static void withoutTimers(WebSocketContainer container) throws ReflectiveOperationException {
        ReflectiveAccess.set(container, "managedScheduledExecutorService", NO_TIMERS);
    }

    @SuppressWarnings("unchecked")
    private static Connection<SocketAddress> connection(WebConnection upgraded) throws ReflectiveOperationException {
        try {
            var buffer = ReflectiveAccess.get(upgraded.getOutputStream(), "ob");
            return (Connection<SocketAddress>)
                    ReflectiveAccess.get(ReflectiveAccess.get(buffer, "grizzlyOutputBuffer"), "connection");
        } catch (IOException e) {
            throw new ReflectiveOperationException(e);
        }
    }

    private static void close(Writer writer) {
        try {
            writer.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A line was gone before it was closed", e);
        }
    }

    /** The transport's connection below the socket. */
    Connection<SocketAddress> connection() {
        return connection;
    }

    @Override
    public void write(List<Frame> frames, Done done) {
        CompletableFuture<?> written;
        try {
            written = (CompletableFuture<?>) socket.sendRawFrame(Frame.wireOf(frames));
        } catch (RuntimeException e) {
            done.written(e);
            return;
        }
        written.whenComplete((frame, failure) -> done.written(failure));
    }

    @Override
    public void guard(Consumer<ProtocolViolation> told) {
        try {
            var in = (ServletInputStream) ReflectiveAccess.get(handler, "is");
            ReflectiveAccess.set(
                    handler, "is", new GuardedInput(in, new FrameGuard(Frame.LARGEST_INBOUND), closing, told));
        } catch (ReflectiveOperationException e) {
            // Nobody would tell of the other's good-bye.
            closing.heard();
            LOG.log(System.Logger.Level.DEBUG, "Not the container that we know", e);
        }
    }

    @Override
    public void ping() {
        standard.ping();
    }

    @Override
    public void close(CloseReason.CloseCode code, String reason) {
        standard.close(code, reason);
    }

    /**
     * Everything above the transport, the end of the writer too, waits until a dead reader has taken what is queued for it. The
     * request ends by itself when the transport is cut, or else the next time: not now, since somebody may just be reading.
     */
    @Override
    public void cut() {
        if (connection.isOpen()) {
            connection.terminateSilently();
            return;
        }
        closing.heard();
        gone = true;
    }

    @Override
    public boolean isOver() {
        return gone || closing.isOver();
    }
}
