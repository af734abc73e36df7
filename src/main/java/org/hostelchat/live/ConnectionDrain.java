package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.concurrent.TimeUnit;

/** Closes all lines when the server stops: everybody is told that it will be back, and nobody can delay it. */
@ApplicationScoped
public class ConnectionDrain {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    @Inject
    private OpenLines lines;

    @Inject
    private Notifier notifier;

    private volatile boolean closing;

    /**
     * Loads at start what the good-bye needs: when the server ends, the files from which classes are loaded may be gone.
     */
    public void prepare() {
        OutboundFrames.bye(CloseReasons.STOPPING);
    }

    /** Whether who comes now comes too late. */
    boolean isClosing() {
        return closing;
    }

    /**
     * Says bye to every line, also to those that still come, and waits a few seconds until it is said. Call after the writer has
     * stopped.
     */
    public void sendEverybodyHome() {
        closing = true;
        lines.forEach(this::sendHome);
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (lines.size() > 0 && System.nanoTime() - until < 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    void sendHome(Connection connection) {
        notifier.dismiss(connection, CloseReasons.STOPPING, CloseCodes.SERVICE_RESTART);
    }
}
