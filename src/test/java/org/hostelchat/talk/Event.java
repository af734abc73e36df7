package org.hostelchat.talk;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Something that happened in a room, as a client was told of it.
 *
 * @param clientId of a post, else null
 * @param body of a post or an edit, else null
 * @param target the post that it refers to, 0 for none
 * @param emoji of a reaction, else null
 * @param on whether a reaction was put, and not taken away
 * @param files their ids
 */
record Event(
        long seq,
        String kind,
        long by,
        String clientId,
        String body,
        long target,
        String emoji,
        boolean on,
        List<Long> files) {

    static Event of(JsonObject json) {
        return new Event(
                json.getJsonNumber("seq").longValue(),
                json.getString("kind"),
                json.containsKey("by") && json.get("by") instanceof JsonNumber by ? by.longValue() : 0,
                json.getString("clientId", null),
                json.getString("body", null),
                json.containsKey("target") ? json.getJsonNumber("target").longValue() : 0,
                json.getString("emoji", null),
                json.getBoolean("on", false),
                json.containsKey("files")
                        ? json.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                                .map(file -> file.getJsonNumber("id").longValue())
                                .toList()
                        : List.of());
    }

    /** A post that nobody has changed yet. */
    static Event post(long seq, long by, String clientId, String body, Long... files) {
        return new Event(seq, "posted", by, clientId, body, 0, null, false, List.of(files));
    }

    boolean isPost() {
        return kind.equals("posted");
    }

    boolean isTombstone() {
        return kind.equals("tombstone");
    }

    /** Whether two clients may have been told this under one number: a post in a later form, and what was taken back since, differ. */
    boolean agreesWith(Event other) {
        if (isTombstone() || other.isTombstone()) return true;
        return kind.equals(other.kind)
                && by == other.by
                && target == other.target
                && (clientId == null || clientId.equals(other.clientId));
    }
}
