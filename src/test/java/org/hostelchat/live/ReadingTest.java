package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person reads on two connections, which report their read marks late, endlessly, or out of order. */
class ReadingTest {

    private static final Caller ASHA = new Caller(7, "Asha", Role.STUDENT, false);
    private static final long ROOM = 1;
    private static final long LAST = 500;

    private final RoomHub room = new RoomHub(new RoomBroadcast(ROOM, null));
    private final RecordingTransport deskWire = new RecordingTransport();
    private final Connection phone = new Connection(new RecordingTransport(), ASHA, null);
    private final Connection desk = new Connection(deskWire, ASHA, null);

    @BeforeEach
    void comeIn() {
        room.begin(LAST);
        for (var line : List.of(phone, desk)) {
            assertTrue(line.beginGreeting());
            line.startIn(new Subscription(room, line), LAST, 100);
            line.greet(List.of(), Set.of());
        }
    }

    @Test
    void aReadMarkOnlyGrows() {
        assertEquals(0, phone.read(ROOM, 100), "as the welcome said");
        assertEquals(200, phone.read(ROOM, 200));
        assertEquals(0, phone.read(ROOM, 150));
        assertEquals(0, phone.read(ROOM, 200));
    }

    @Test
    void nobodyReadsWhatHasNotBeenSaid() {
        assertEquals(LAST, phone.read(ROOM, Long.MAX_VALUE));
        assertEquals(0, phone.read(ROOM, -1));
        assertEquals(0, phone.read(4711, 3));
    }

    @Test
    void framesOfOtherRoomsThanTheConnectionsAreRefused() {
        assertTrue(phone.knows(ROOM));
        assertFalse(phone.knows(4711));
        phone.leave(ROOM, OutboundFrames.left(ROOM));
        assertTrue(phone.knows(ROOM), "whoever was taken out may have said it before they knew");
        assertEquals(0, phone.read(ROOM, 200));
    }

    @Test
    void howeverMuchIsReadOneFrameTellsTheOtherConnection() {
        IntStream.rangeClosed(101, 400).forEach(seq -> assertTrue(desk.oweRead(ROOM, seq)));
        ConnectionWriter.pump(desk, () -> {});
        assertEquals(List.of(400), told());
        ConnectionWriter.pump(desk, () -> {});
        assertEquals(List.of(400), told());
    }

    @Test
    void aConnectionThatIsAheadIsNotToldOfLess() {
        assertEquals(300, desk.read(ROOM, 300));
        assertFalse(desk.oweRead(ROOM, 200));
        ConnectionWriter.pump(desk, () -> {});
        assertEquals(List.of(), told());
    }

    @Test
    void whatIsReadAgainElsewhereIsNoWayBack() {
        assertTrue(desk.readBack(ROOM, 50, true));
        assertTrue(desk.oweRead(ROOM, 120));
        ConnectionWriter.pump(desk, () -> {});
        assertEquals(List.of(120), told());
        assertFalse(toldBack(), "it had read up to 100");
    }

    @Test
    void whatIsReadAgainOnlyInPartIsAWayBack() {
        assertTrue(desk.readBack(ROOM, 50, true));
        assertTrue(desk.oweRead(ROOM, 80));
        ConnectionWriter.pump(desk, () -> {});
        assertEquals(List.of(80), told());
        assertTrue(toldBack(), "it had read up to 100");
    }

    private boolean toldBack() {
        return deskWire.frames.stream()
                .anyMatch(frame -> frame.getString("type").equals("read") && frame.getBoolean("back", false));
    }

    private List<Integer> told() {
        return deskWire.frames.stream()
                .filter(frame -> frame.getString("type").equals("read"))
                .map((JsonObject frame) -> frame.getInt("seq"))
                .toList();
    }
}
