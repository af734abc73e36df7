package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.concurrent.TimeUnit;
import org.hostelchat.language.Language;

/** Closes all connections when the server stops, telling clients that it will be back. No client can delay the stop. */
@ApplicationScoped
public class ConnectionDrain {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    @Inject
    private OpenConnections connections;

    @Inject
    private Notifier notifier;

    private volatile boolean closing;

    /**
     * Loads the classes and words needed for closing at startup: when the server stops, the files that they are loaded
     * from may be gone.
     */
    public void prepare() {
        for (var language : Language.values()) OutboundFrames.bye(CloseReasons.stopping(), language);
    }

    /** Whether closing has begun, so that new connections are refused. */
    public boolean isClosing() {
        return closing;
    }

    /** From now on the server is not ready, and closes new connections. */
    public void begin() {
        closing = true;
    }

    /**
     * Closes every connection, new ones included, with a last frame, and waits a few seconds until those frames are
     * written. Call it after the message writer has stopped.
     */
    public void closeAll() {
        begin();
        connections.forEach(this::close);
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (connections.size() > 0 && System.nanoTime() - until < 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    void close(Connection connection) {
        notifier.dismiss(connection, CloseReasons.stopping(), CloseCodes.SERVICE_RESTART);
    }
}
