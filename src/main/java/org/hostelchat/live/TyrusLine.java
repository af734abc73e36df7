package org.hostelchat.live;

import jakarta.servlet.http.WebConnection;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.glassfish.tyrus.core.TyrusWebSocket;
import org.glassfish.tyrus.spi.Writer;

/**
 * A line that hands the container ready-made frames, all that wait in one write.
 *
 * <p>Why: every send of the standard API, and every message that comes in, re-arms an idle timer on a shared scheduler, which
 * costs more than the sending itself; and it can't put two frames into one write. Checked with Tyrus 2.1.5.
 */
final class TyrusLine implements Line {

    /** A scheduler that schedules nothing: Tyrus takes its null for 'no timer is running'. */
    private static final ScheduledExecutorService NO_TIMERS = (ScheduledExecutorService) Proxy.newProxyInstance(
            TyrusLine.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, args) -> method.getReturnType() == boolean.class ? Boolean.FALSE : null);

    private final Line standard;
    private final TyrusWebSocket socket;
    private final Writer writer;

    /** @throws ReflectiveOperationException if the container is not the one that this class knows */
    TyrusLine(Session session, Line standard) throws ReflectiveOperationException {
        this.standard = standard;
        this.socket = (TyrusWebSocket) Innards.get(session.getAsyncRemote(), "webSocket");
        this.writer = (Writer) Innards.get(Innards.get(socket, "protocolHandler"), "writer");
        Innards.set(session, "service", NO_TIMERS);
    }

    /** The connection below, as the servlet container knows it. */
    WebConnection upgraded() throws ReflectiveOperationException {
        // The writer knows a proxy only.
        var proxy = Innards.get(writer, "tyrusHttpUpgradeHandler");
        return (WebConnection) Innards.get(Innards.get(proxy, "handler"), "wc");
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
            writer.close();
        } catch (java.io.IOException | RuntimeException e) {
            standard.cut();
        }
    }
}
