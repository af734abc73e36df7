package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to silent connections; only the transport and time are simulated. */
class HeartbeatTest {

    private final long begin = System.nanoTime();
    private final OpenConnections connections = new OpenConnections();
    private final ClosingConnections closingConnections = new ClosingConnections();
    private final Dispatcher dispatcher = new Dispatcher();
    private final PresenceBoard presence = new PresenceBoard();
    private final ConnectionCleanup cleanup = new ConnectionCleanup(
            connections, closingConnections, new RoomHubs(null, null, dispatcher), presence, new TypingThrottle());
    private final Heartbeat heartbeat = new Heartbeat(
            connections, closingConnections, cleanup, new Notifier(connections, dispatcher), presence, null);
    private final RecordingTransport transport = new RecordingTransport();
    private final Connection connection = new Connection(transport, new Caller(7, "Asha", Role.STUDENT, false), null);

    @BeforeEach
    void open() {
        assertTrue(connections.add(connection, 8));
    }

    @Test
    void whoNeverSaysHelloIsToldToGo() {
        for (var second = 1; second < 10; second++) tick(second);
        assertFalse(connection.isClosing());
        tick(10);
        tick(11);
        assertTrue(connection.isClosing());
    }

    @Test
    void aPongDoesNotCountAsHello() {
        for (var second = 1; second <= 12; second++) {
            connection.liveness().heard(at(second));
            tick(second);
        }
        assertTrue(connection.isClosing());
    }

    @Test
    void aServerThatWasStoppedForAWhileHasNotWaitedForHello() {
        tick(1);
        tick(30);
        assertFalse(connection.isClosing());
    }

    @Test
    void whoHasSaidHelloIsNotBlamedForASlowGreeting() {
        assertTrue(connection.beginGreeting());
        for (var second = 1; second <= 40; second++) tick(second);
        assertFalse(connection.isClosing());
        connection.greet(List.of(), Set.of());
        ConnectionWriter.pump(connection, () -> {});
        assertTrue(
                transport.frames.stream()
                        .noneMatch(frame -> frame.getString("type").equals("beat")),
                "no beats have piled up");
    }

    @Test
    void whoReadsAndNeverAnswersIsCutWithinAMinute() {
        greet();
        var second = 0;
        while (transport.closed == null && second < 100) tick(++second);
        assertNotNull(transport.closed);
        assertEquals(3, transport.pings);
        assertTrue(second <= 60, "after " + second + " s");
        assertEquals(0, presence.count());
    }

    @Test
    void connectionsThatAnswerStayOpen() {
        greet();
        for (var second = 1; second <= 200; second++) {
            var asked = transport.pings;
            tick(second);
            if (transport.pings > asked) connection.liveness().heard(at(second));
        }
        assertNull(transport.closed);
        assertTrue(transport.pings >= 10, transport.pings + " pings");
    }

    @Test
    void aRoundThatComesLateCutsNobodyWhoWasNotAsked() {
        greet();
        tick(14);
        tick(55);
        assertNull(transport.closed);
        assertEquals(1, transport.pings);
    }

    private void greet() {
        assertTrue(connection.beginGreeting());
        connection.greet(List.of(), Set.of());
    }

    private void tick(long second) {
        heartbeat.tick(at(second));
    }

    private long at(long second) {
        // Somewhat later, since the transport was opened a little after the beginning.
        return begin + TimeUnit.SECONDS.toNanos(second) + TimeUnit.MILLISECONDS.toNanos(500);
    }
}
