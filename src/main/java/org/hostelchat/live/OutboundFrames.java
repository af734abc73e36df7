package org.hostelchat.live;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.message.Stored;
import org.hostelchat.notice.NoticeCounts;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.ReceiptChanged;
import org.hostelchat.presence.Presence;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Problem;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomView;

/** Writes what the server says. Thread-safe. */
final class OutboundFrames {

    /** The most people that a welcome names; how many there are it says besides. */
    static final int MOST_NAMED = 200;

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    private static final Frame BEAT = Frame.text("{\"type\":\"beat\"}");

    private OutboundFrames() {}

    static Frame welcome(
            String epoch, Caller me, List<RoomView> rooms, Collection<Presence> here, int count, NoticeCounts board) {
        return frame("welcome", json -> {
            json.write("epoch", epoch).writeKey("me");
            person(json, me.id(), me.name(), me.role().name());
            json.writeStartArray("rooms");
            rooms.forEach(room -> room(json, room));
            json.writeEnd();
            people(json, "online", here);
            json.write("onlineCount", count);
            json.write("unreadNotices", board.unread());
            json.write("waitingNotices", board.waiting());
            json.write("now", System.currentTimeMillis());
        });
    }

    static Frame limited(long room, long from, long to) {
        return frame(
                "limited", json -> json.write("room", room).write("from", from).write("to", to));
    }

    static Frame ack(long room, UUID clientId, Stored stored) {
        return frame("ack", json -> json.write("room", room)
                .write("clientId", clientId.toString())
                .write("seq", stored.seq())
                .write("at", stored.at().toEpochMilli()));
    }

    static Frame refused(UUID clientId, Refusal refusal) {
        return Frame.text("{\"type\":\"refused\",\"clientId\":\"" + clientId + "\",\"problem\":"
                + refusal.problem().json() + "}");
    }

    static Frame bye(Problem why) {
        return Frame.text("{\"type\":\"bye\",\"problem\":" + why.json() + "}");
    }

    static Frame room(RoomView room) {
        return frame("room", json -> {
            json.writeKey("room");
            room(json, room);
        });
    }

    /** One frame for everybody in a room, so it does not say how far somebody has read it, or how much they want to hear. */
    static Frame changed(Room room) {
        return frame("room", json -> {
            json.writeStartObject("room")
                    .write("id", room.id())
                    .write("name", room.name())
                    .write("kind", room.kind().name())
                    .write("posting", room.posting().name());
            text(json, "topic", room.topic());
            json.writeEnd();
        });
    }

    static Frame left(long room) {
        return frame("left", json -> json.write("room", room));
    }

    static Frame presence(Collection<Presence> here, Collection<Long> gone, int count) {
        return frame("presence", json -> {
            people(json, "here", here);
            json.writeStartArray("gone");
            gone.forEach(json::write);
            json.writeEnd().write("onlineCount", count);
        });
    }

    static Frame typing(long room, Caller by) {
        return frame(
                "typing", json -> json.write("room", room).write("by", by.id()).write("name", by.name()));
    }

    static Frame read(long room, long seq) {
        return frame("read", json -> json.write("room", room).write("seq", seq));
    }

    /** One frame for everybody, so it does not say who has read the notice or acknowledged it. */
    static Frame notice(NoticeView notice) {
        return frame("notice", json -> {
            json.writeStartObject("notice")
                    .write("id", notice.id())
                    .write("title", notice.title())
                    .write("text", notice.text())
                    .write("acknowledge", notice.acknowledge());
            text(json, "until", notice.until() == null ? null : notice.until().toString());
            json.write("at", notice.at().toEpochMilli()).writeKey("by");
            if (notice.by() == null) json.writeNull();
            else json.write(notice.by());
            text(json, "name", notice.name());
            json.write("room", notice.room());
            json.write("version", notice.version()).write("askedVersion", notice.askedVersion());
            number(json, "editedAt", notice.editedAt());
            number(json, "withdrawnAt", notice.withdrawnAt());
            json.writeEnd();
        });
    }

    /** For the lines of the person whose receipt it is. */
    static Frame receipt(ReceiptChanged receipt) {
        return frame("receipt", json -> {
            json.write("notice", receipt.noticeId());
            if (receipt.acknowledgedVersion() != null) json.write("acknowledgedVersion", receipt.acknowledgedVersion());
        });
    }

    static Frame beat() {
        return BEAT;
    }

    private static void room(JsonGenerator json, RoomView room) {
        json.writeStartObject()
                .write("id", room.id())
                .write("name", room.name())
                .write("kind", room.kind().name())
                .write("last", room.last())
                .write("read", room.read())
                .write("unread", room.unread())
                // Nobody can mention anybody yet.
                .write("mentions", 0)
                .write("involvement", room.involvement().name())
                .write("posting", room.posting().name());
        text(json, "topic", room.topic());
        if (room.kind() == RoomKind.DIRECT) {
            json.writeStartArray("people");
            room.people().forEach(person -> json.writeStartObject()
                    .write("id", person.id())
                    .write("name", person.name())
                    .writeEnd());
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void people(JsonGenerator json, String key, Collection<Presence> people) {
        json.writeStartArray(key);
        people.forEach(
                person -> person(json, person.id(), person.name(), person.role().name()));
        json.writeEnd();
    }

    private static void person(JsonGenerator json, long id, String name, String role) {
        json.writeStartObject()
                .write("id", id)
                .write("name", name)
                .write("role", role)
                .writeEnd();
    }

    static void text(JsonGenerator json, String key, String value) {
        if (value == null) json.writeNull(key);
        else json.write(key, value);
    }

    private static void number(JsonGenerator json, String key, Instant value) {
        if (value != null) json.write(key, value.toEpochMilli());
    }

    private static Frame frame(String type, Consumer<JsonGenerator> fields) {
        return Frame.text(json(json -> {
            json.write("type", type);
            fields.accept(json);
        }));
    }

    static String json(Consumer<JsonGenerator> fields) {
        var out = new StringWriter(256);
        try (var json = GENERATORS.createGenerator(out)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEnd();
        }
        return out.toString();
    }
}
