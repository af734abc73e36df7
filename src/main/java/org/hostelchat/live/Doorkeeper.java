package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.concurrent.TimeUnit;
import org.hostelchat.refusal.Problem;

/** Closes the house politely: everybody hears that it will be back, and nobody can hold it up. */
@ApplicationScoped
public class Doorkeeper {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    @Inject
    private Switchboard switchboard;

    private Problem why;

    /**
     * Makes the good-bye ready, when the house opens: when the server ends, the files from which classes are loaded may be gone.
     */
    public void prepare() {
        why = Farewell.STOPPING;
        OutboundFrames.bye(why);
    }

    /** Says bye to every line and waits a few seconds until they have heard it. Call after the writer has stopped. */
    public void sendEverybodyHome() {
        switchboard.forEach(connection -> connection.bye(why, CloseCodes.SERVICE_RESTART));
        switchboard.goRound();
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (switchboard.size() > 0 && System.nanoTime() - until < 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
