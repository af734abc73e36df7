package org.hostelchat.live;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.ReferencesReader;
import org.hostelchat.wire.json.StrictJson;

/** Decodes clients' frames. Unknown fields are ignored, unknown types are refused. Thread-safe. */
final class FrameCodec {

    /** Far more rooms than a hostel has. */
    private static final int MOST_CURSORS = 10_000;

    private FrameCodec() {}

    /** @throws UnreadableFrame with the refusal that the client is told */
    static InboundFrame decode(String text) throws UnreadableFrame {
        var frame = object(text);
        var clientId = clientId(frame);
        try {
            return switch (string(frame, "type")) {
                case "hello" -> new InboundFrame.Hello(cursors(frame), optional(frame, "changes"));
                case "post" -> post(frame, clientId);
                case "read" ->
                    new InboundFrame.Read(
                            number(frame, "room"), number(frame, "seq"), frame.get("back") == JsonValue.TRUE);
                case "typing" -> new InboundFrame.Typing(number(frame, "room"));
                default -> throw wrong("unknown-frame", "type", Phrase.of("live.unknown-frame"));
            };
        } catch (Refusal refusal) {
            throw new UnreadableFrame(refusal, clientId);
        }
    }

    private static InboundFrame.Post post(JsonObject frame, UUID clientId) {
        return new InboundFrame.Post(
                number(frame, "room"),
                required(clientId),
                string(frame, "body"),
                ReferencesReader.read(optional(frame, "replyTo"), frame.get("mentions"), false, frame.get("files")));
    }

    private static JsonObject object(String text) throws UnreadableFrame {
        try {
            return StrictJson.object(text);
        } catch (StrictJson.NotAnObject other) {
            var why = new Refusal.Unreadable("unreadable-frame", Phrase.of("live.unreadable-frame"));
            throw new UnreadableFrame(why, null);
        }
    }

    private static UUID clientId(JsonObject frame) {
        if (!(frame.get("clientId") instanceof JsonString text)
                || text.getString().length() != 36) return null;
        try {
            var id = UUID.fromString(text.getString());
            // {@code UUID.fromString} also accepts groups of other lengths; the answer would then carry an id that the
            // client does not know.
            return id.toString().equalsIgnoreCase(text.getString()) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static UUID required(UUID clientId) {
        if (clientId == null) throw wrong("client-id-missing", "clientId", Phrase.of("message.client-id-missing"));
        return clientId;
    }

    private static Map<Long, Long> cursors(JsonObject frame) {
        var value = frame.get("cursors");
        if (value == null) return Map.of();
        if (!(value instanceof JsonObject object) || object.size() > MOST_CURSORS) {
            throw wrong("unreadable-frame", "cursors", Phrase.of("live.cursors"));
        }
        var cursors = new HashMap<Long, Long>();
        for (var room : object.keySet()) {
            try {
                cursors.put(Long.valueOf(room), number(object, room));
            } catch (NumberFormatException e) {
                throw wrong("unreadable-frame", "cursors", Phrase.of("live.cursors"));
            }
        }
        return cursors;
    }

    private static Long optional(JsonObject frame, String field) {
        var value = frame.get(field);
        return value == null || value == JsonValue.NULL ? null : (Long) number(frame, field);
    }

    private static String string(JsonObject frame, String field) {
        if (frame.get(field) instanceof JsonString text) return text.getString();
        throw wrong("unreadable-frame", field, Phrase.of("api.field-text"));
    }

    private static long number(JsonObject frame, String field) {
        try {
            if (frame.get(field) instanceof JsonNumber number && number.longValueExact() >= 0)
                return number.longValue();
        } catch (ArithmeticException e) {
            // refused below
        }
        throw wrong("unreadable-frame", field, Phrase.of("api.number-from", "name", field, "least", 0));
    }

    private static Refusal wrong(String slug, String field, Phrase message) {
        return new Refusal.Unacceptable(slug, field, message);
    }
}
