package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.CloseReason.CloseCodes;
import java.util.List;
import java.util.Set;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is queued for a connection whose client does not read; only the transport is simulated. */
class ConnectionTest {

    private static final int MOST_ANSWERS = 1_024;

    private final RecordingTransport transport = new RecordingTransport();
    private final Connection connection = new Connection(transport, new Caller(7, "Asha", Role.STUDENT, false), null);

    @BeforeEach
    void greetAndBeginToWrite() {
        assertTrue(connection.beginGreeting());
        connection.greet(List.of(), Set.of());
        transport.beSlow();
        answer(1);
        assertTrue(transport.isWriting());
    }

    @Test
    void asManyAnswersAsMayWaitAreDelivered() {
        answer(MOST_ANSWERS);
        assertFalse(connection.isClosing());
        finish();
        assertEquals(1 + MOST_ANSWERS, transport.frames.size());
        assertNull(transport.closed);
    }

    @Test
    void oneWaitingAnswerTooManyClosesTheConnection() {
        answer(MOST_ANSWERS + 1);
        assertTrue(connection.isClosing());
        answer(MOST_ANSWERS);
        finish();
        assertEquals(2, transport.frames.size(), "what waited is gone, and nothing came after");
        var bye = transport.frames.get(1);
        assertEquals("bye", bye.getString("type"));
        assertTrue(bye.getJsonObject("problem").getString("type").endsWith("/too-slow"));
        assertEquals(CloseCodes.TRY_AGAIN_LATER, transport.closed);
    }

    /** Somebody comes into a room while hello is answered: that is told when the answer has taken the room up already. */
    @Test
    void aRoomThatTheGreetingTellsOfIsNotTakenBack() {
        var wire = new RecordingTransport();
        var newcomer = new Connection(wire, new Caller(8, "Ravi", Role.STUDENT, false), null);
        var hub = new RoomHub(new RoomBroadcast(2, null));
        hub.begin(5);
        var view = SimulatedServer.view(2, 5);
        newcomer.beginGreeting();
        newcomer.startIn(new Subscription(hub, newcomer), 5, 0);
        newcomer.enter(new Subscription(hub, newcomer), view, OutboundFrames.room(view));
        assertEquals(Set.of(), newcomer.greet(List.of(), Set.of(2L)));
        ConnectionWriter.pump(newcomer, () -> {});
        assertEquals(List.of(), wire.frames);
        assertSame(hub, newcomer.listensTo(2));
    }

    private void answer(int times) {
        for (var i = 0; i < times; i++) connection.tell(OutboundFrames.beat());
        ConnectionWriter.pump(connection, () -> {});
    }

    private void finish() {
        transport.finish();
        ConnectionWriter.pump(connection, () -> {});
    }
}
