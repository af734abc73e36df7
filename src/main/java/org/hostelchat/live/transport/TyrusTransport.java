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
 * Passes encoded frames to the container, all pending ones in one write.
 *
 * <p>Why: every send of the standard API, and every message received, re-arms an idle timer on a shared scheduler,
 * which costs more than the sending itself; and the API can neither put two frames into one write nor end a connection
 * whose client does not read. Checked with Tyrus 2.1.5 and Grizzly 4.0.2 in Payara 6.2025.10.
 */
final class TyrusTransport implements FrameTransport {

    private static final System.Logger LOG = System.getLogger(TyrusTransport.class.getName());

    /** A scheduler that ignores every task and returns null, which Tyrus takes for 'no timer is running'. */
    private static final ScheduledExecutorService NO_TIMERS = (ScheduledExecutorService) Proxy.newProxyInstance(
            TyrusTransport.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, args) -> method.getReturnType() == boolean.class ? Boolean.FALSE : null);

    private final FrameTransport standard;
    private final TyrusWebSocket socket;
    private final Object handler;
    private final Connection<SocketAddress> connection;
    private final ClosingHandshake closing;
    private volatile boolean gone;

    /** @throws ReflectiveOperationException if the container's classes are not as expected */
    TyrusTransport(Session session, FrameTransport standard) throws ReflectiveOperationException {
        this.standard = standard;
        this.socket = (TyrusWebSocket) ReflectiveAccess.get(session.getAsyncRemote(), "webSocket");
        var protocol = ReflectiveAccess.get(socket, "protocolHandler");
        var writer = (Writer) ReflectiveAccess.get(protocol, "writer");
        // The writer refers to the handler through a proxy.
        this.handler = ReflectiveAccess.get(ReflectiveAccess.get(writer, "tyrusHttpUpgradeHandler"), "handler");
        this.connection = connection((WebConnection) ReflectiveAccess.get(handler, "wc"));
        this.closing = new ClosingHandshake(() -> close(writer));
        // In case the container has kept its own scheduler.
        ReflectiveAccess.set(session, "service", NO_TIMERS);
        ReflectiveAccess.set(protocol, "writer", new BoundedWriter(writer, this::cut, closing));
    }

    /**
     * Removes the idle timers of all future connections: even setting one up costs a search of the class path. {@link
     * Heartbeat} watches for silent connections instead.
     *
     * @throws ReflectiveOperationException if the container's classes are not as expected
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
            LOG.log(System.Logger.Level.DEBUG, "A connection was gone before it was closed", e);
        }
    }

    /** The transport's connection below the WebSocket. */
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
                    handler, "is", new GuardedInput(in, new FrameInspector(Frame.LARGEST_INBOUND), closing, told));
        } catch (ReflectiveOperationException e) {
            // Otherwise nothing would report the client's close frame.
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
     * Closes the transport only: everything above it, the writer's end included, waits until a client that does not
     * read has taken the queued data. The request ends by itself when the transport is closed, or at the next call: not
     * now, because another thread may be reading it.
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
