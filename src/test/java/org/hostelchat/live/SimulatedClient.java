package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hostelchat.message.EventKind;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.principal.Caller;
import org.hostelchat.wire.EventForms;

/**
 * A client of one person that disconnects and reconnects, and keeps what it has. Checks every frame strictly: each
 * room's numbers are without gaps, and nothing of a room arrives before its announcement or after the person was told
 * to have left it.
 */
final class SimulatedClient {

    private final SimulatedServer server;
    private final Caller person;

    /** What the client holds: by room, the last number, and what stands on the screen. */
    private final Map<Long, Long> held = new HashMap<>();

    private final Map<Long, Map<Long, JsonObject>> seen = new HashMap<>();

    private RecordingTransport line;
    private Connection connection;
    private Set<Long> cursors;
    private int read;

    SimulatedClient(SimulatedServer server, Caller person) {
        this.server = server;
        this.person = person;
    }

    boolean isOnline() {
        return connection != null;
    }

    Connection connection() {
        return connection;
    }

    RecordingTransport transport() {
        return line;
    }

    long person() {
        return person.id();
    }

    /** Opens a connection and says hello with the numbers that it holds of some rooms; of the others it has forgotten all. */
    void comeOnline(Set<Long> ofRooms) {
        line = new RecordingTransport();
        read = 0;
        cursors = ofRooms;
        connection = new Connection(line, person, null);
        assertTrue(server.lines.add(connection, 1_000));
        var hello = new HashMap<Long, Long>();
        held.forEach((room, seq) -> {
            if (ofRooms.contains(room)) hello.put(room, seq);
        });
        assertTrue(server.greeting.greet(connection, new InboundFrame.Hello(hello, null)));
        server.dispatcher.pump(connection);
    }

    /** Hangs up, having read what was written to it. */
    void goOffline(Function<Long, Map<Long, RoomEvent>> stored) {
        readAll(stored);
        server.cleanup.remove(connection);
        connection = null;
    }

    /** Reads what came since the last time. */
    void readAll(Function<Long, Map<Long, RoomEvent>> stored) {

        for (; read < line.frames.size(); read++) {
            var frame = line.frames.get(read);
            take(frame, stored);
        }
    }

    private void take(JsonObject frame, Function<Long, Map<Long, RoomEvent>> stored) {
        try {
            switch (frame.getString("type")) {
                case "welcome" -> {
                    var before = new HashMap<>(held);
                    held.clear();
                    frame.getJsonArray("rooms").forEach(room -> welcome(before, room.asJsonObject()));
                }
                case "room" -> entered(frame.getJsonObject("room"));
                case "left" -> {
                    held.remove(room(frame));
                    seen.remove(room(frame));
                }
                case "events" -> events(frame);
                case "limited" -> limited(frame, stored);
                default -> assertEquals("beat", frame.getString("type"));
            }
        } catch (AssertionError e) {
            var before = List.copyOf(line.frames).subList(0, read + 1).stream()
                    .map(each -> {
                        var text = each.toString();
                        return text.substring(0, Math.min(120, text.length()));
                    })
                    .toList();
            throw new AssertionError("after " + String.join("\n", before), e);
        }
    }

    private void welcome(Map<Long, Long> before, JsonObject room) {
        var id = (long) room.getInt("id");
        var last = (long) room.getInt("last");
        var keeps = cursors.contains(id) && before.containsKey(id);
        held.put(id, keeps ? Math.min(before.get(id), last) : last);
        if (!keeps) seen.put(id, new TreeMap<>());
    }

    private void entered(JsonObject room) {
        var id = (long) room.getInt("id");
        assertFalse(held.containsKey(id), "told of a room that it is in: " + id);
        held.put(id, (long) room.getInt("last"));
        seen.put(id, new TreeMap<>());
    }

    private void events(JsonObject frame) {
        var room = room(frame);
        var next = begin(frame);
        for (var value : frame.getJsonArray("events")) {
            var event = value.asJsonObject();
            assertEquals(next++, event.getInt("seq"));
            show(seen.get(room), event);
        }
        assertEquals(next - 1, frame.getInt("to"));
        held.put(room, next - 1);
    }

    private void limited(JsonObject frame, Function<Long, Map<Long, RoomEvent>> stored) {
        var room = room(frame);
        var from = begin(frame);
        var to = (long) frame.getInt("to");
        // The client fetches the pages between.
        for (var seq = from; seq <= to; seq++)
            show(seen.get(room), json(stored.apply(room).get(seq)));
        held.put(room, to);
    }

    private long begin(JsonObject frame) {
        var holds = held.get(room(frame));
        assertNotNull(holds, () -> "of a room that it is not in: " + frame);
        assertEquals(holds + 1, frame.getInt("from"), () -> "what follows " + holds + " in " + room(frame));
        return holds + 1;
    }

    private static long room(JsonObject frame) {
        return frame.getInt("room");
    }

    private static JsonObject json(RoomEvent event) {
        try (var reader = Json.createReader(new StringReader(EventForms.EVENT.json(event)))) {
            return reader.readObject();
        }
    }

    /** As a client shows it: an edit or a deletion changes what stands at its target. */
    private static void show(Map<Long, JsonObject> shown, JsonObject event) {
        shown.put((long) event.getInt("seq"), event);
        if (event.containsKey("person")) shown.values().removeIf(said -> isSaidBy(event.getInt("person"), said));
        if (!event.containsKey("target")) return;
        var target = (long) event.getInt("target");
        if (!shown.containsKey(target)) return;
        if (event.getString("kind").equals("edited")) {
            var edited = Json.createObjectBuilder(shown.get(target));
            shown.put(target, edited.add("body", event.getString("body")).build());
        } else if (event.getString("kind").equals("deleted")) {
            shown.remove(target);
        }
    }

    /** Whether an event holds words of somebody, which go with the account. */
    static boolean isSaidBy(int person, JsonObject event) {
        return event.containsKey("body") && event.getInt("by", 0) == person;
    }

    /** Whether it has all that was said in its rooms, and has been told of all that its person left. */
    boolean hasAll() {
        return server.rooms.stream()
                .allMatch(room -> server.isIn(person.id(), room)
                        ? held.getOrDefault(room, -1L) == server.last(room)
                        : !held.containsKey(room));
    }

    /** When all has come to rest: it is in exactly its rooms, has all that was said there, and shows it as the log has it. */
    void check(Function<Long, Map<Long, RoomEvent>> stored) {
        readAll(stored);
        for (var room : server.rooms) {
            assertEquals(
                    server.isIn(person.id(), room), held.containsKey(room), "whether " + person + " is in " + room);
            if (!held.containsKey(room)) continue;
            assertEquals(server.last(room), held.get(room), "the last number of " + room);
            seen.get(room).forEach((seq, event) -> assertSame(stored.apply(room).get(seq), event));
        }
    }

    private static void assertSame(RoomEvent stored, JsonObject seen) {
        if (stored instanceof RoomEvent.Posted posted) assertEquals(posted.body(), seen.getString("body"));
        // An edit seen live keeps its words on that screen's past only as the message they changed.
        if (stored.kind() == EventKind.TOMBSTONE)
            assertFalse(seen.getString("kind").equals("posted"));
    }
}
