package org.hostelchat.listener;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.logging.Logger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.strategies.AbstractIOStrategy;

/**
 * Reads frames of the chat's WebSockets on threads of their own, so that a post on an open WebSocket is accepted and
 * acknowledged even while all request threads are busy. All other events are handled as the transport's standard
 * strategy does: one pool thread per event.
 */
final class SocketThreads extends AbstractIOStrategy {

    private static final Logger LOG = Grizzly.logger(SocketThreads.class);

    private final ExecutorService threads;

    SocketThreads(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    @SuppressWarnings("rawtypes") // raw type, as the overridden method declares it
    public Executor getThreadPoolFor(Connection connection, IOEvent event) {
        var usual = super.getThreadPoolFor(connection, event);
        var arrival = usual == null ? null : IncomingRequest.known(connection);
        return arrival != null && arrival.stage() == IncomingRequest.Stage.UPGRADED ? threads : usual;
    }

    @Override
    @SuppressWarnings("rawtypes") // raw type, as the overridden method declares it
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled) throws IOException {
        var isReadOrWrite = isReadWrite(event);
        if (isReadOrWrite && enabled) connection.disableIOEvent(event);
        var listener = isReadOrWrite ? ENABLE_INTEREST_LIFECYCLE_LISTENER : null;
        var pool = getThreadPoolFor(connection, event);
        if (pool == null) fireIOEvent(connection, event, listener, LOG);
        else pool.execute(() -> fireIOEvent(connection, event, listener, LOG));
        return true;
    }
}
