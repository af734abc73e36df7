package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hostelchat.auth.SignIns;
import org.hostelchat.auth.SignedIn;
import org.hostelchat.presence.Presence;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.refusal.Refusal;

/**
 * Runs once a second: sends a heartbeat on connections that have been silent, pings people who have been silent, closes
 * connections that show no sign of life, and broadcasts changes of presence.
 */
@ApplicationScoped
public class Heartbeat {

    private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());

    private static final long BEAT = TimeUnit.SECONDS.toNanos(5);

    /** A write that takes longer, in nanoseconds, means that the client does not read. */
    private static final long STUCK = TimeUnit.SECONDS.toNanos(30);

    /** Time for the client to complete the close, in nanoseconds; after that the connection is cut. */
    private static final long HANGING_UP = TimeUnit.SECONDS.toNanos(5);

    private final OpenConnections connections;
    private final ClosingConnections closingConnections;
    private final ConnectionCleanup cleanup;
    private final Notifier notifier;
    private final PresenceBoard presence;
    private final SignIns signIns;
    private Map<Long, Presence> announced = new HashMap<>();

    @Inject
    Heartbeat(
            OpenConnections connections,
            ClosingConnections closingConnections,
            ConnectionCleanup cleanup,
            Notifier notifier,
            PresenceBoard presence,
            SignIns signIns) {
        this.connections = connections;
        this.closingConnections = closingConnections;
        this.cleanup = cleanup;
        this.notifier = notifier;
        this.presence = presence;
        this.signIns = signIns;
    }

    /** For the CDI proxy. */
    protected Heartbeat() {
        this(null, null, null, null, null, null);
    }

    /**
     * Checks for every connection whether the session or token that opened it is still valid, as it may have expired.
     * An open connection counts as use of a valid one. To be called once a minute.
     */
    public void checkSignIns() {
        connections.forEach(this::checkSignIn);
    }

    private void checkSignIn(Connection connection) {
        try {
            signIns.renew(new SignedIn(connection.caller(), connection.sessionId()))
                    .ifPresentOrElse(
                            still -> connection.updateCaller(still.caller()),
                            () -> part(connection, CloseReasons.signedOut()));
        } catch (Refusal.Unavailable later) {
            LOG.log(System.Logger.Level.DEBUG, "A connection's sign-in is asked for the next time", later);
        }
    }

    /** To be called once a second, always by the same thread. */
    public void tick() {
        tick(System.nanoTime());
    }

    void tick(long now) {
        connections.forEach(connection -> look(connection, now));
        closingConnections.forEach(connection -> {
            if (isOverdue(connection, now)) connection.transport().cut();
        });
        announce();
    }

    private void look(Connection connection, long now) {
        var liveness = connection.liveness();
        var writing = connection.writing().since();
        if (liveness.checkDead(now) || (writing != 0 && now - writing > STUCK) || isOverdue(connection, now)) {
            end(connection);
        } else if (connection.isClosing()) {
            // The client has some seconds to complete the close.
            return;
        } else if (connection.stage() == GreetingStage.NEW) {
            if (liveness.isLateWithHello(now)) part(connection, CloseReasons.noHello());
        } else {
            if (liveness.silence(now) < Liveness.ASK) renew(connection, now);
            if (writing == 0 && liveness.takeAsk(now)) connection.transport().ping();
            if (writing == 0
                    && connection.stage() == GreetingStage.GREETED
                    && now - connection.writing().lastAt() > BEAT) {
                notifier.tell(connection, OutboundFrames.beat());
            }
        }
    }

    private void renew(Connection connection, long now) {
        presence.renew(connection, Presence.of(connection.caller()), now);
        // The connection may have closed meanwhile, and its presence have ended before it was renewed.
        if (connection.isClosing()) presence.end(connection, connection.caller().id());
    }

    private static boolean isOverdue(Connection connection, long now) {
        return connection.isClosing() && now - connection.closing().since() > HANGING_UP;
    }

    private void part(Connection connection, Refusal why) {
        notifier.dismiss(connection, why, CloseCodes.VIOLATED_POLICY);
    }

    private void end(Connection connection) {
        cleanup.remove(connection);
        connection.transport().cut();
    }

    private void announce() {
        var here = new HashMap<Long, Presence>();
        presence.here().forEach(person -> here.put(person.id(), person));
        if (here.equals(announced)) return;
        var come = here.values().stream()
                .filter(person -> !person.equals(announced.get(person.id())))
                .toList();
        var gone =
                announced.keySet().stream().filter(id -> !here.containsKey(id)).toList();
        announced = here;
        notifier.tellEverybody(OutboundFrames.presence(come, gone, here.size()));
    }
}
