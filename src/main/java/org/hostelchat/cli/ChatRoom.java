package org.hostelchat.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hostelchat.cli.text.CliWords;

/** Helpers for rooms in the API's JSON, and the flags that several commands have. */
final class ChatRoom {
    static final String ALL = "/api/rooms";

    static final Flag ROOM = new Flag("--room", "NUMBER", "room-number");
    static final Flag NAME = new Flag("--name", "NAME", "room-name");
    static final Flag TOPIC = new Flag("--topic", "TOPIC", "topic");
    static final Flag FOR = new Flag("--for", "AUDIENCE", "room-for");

    /** A room as whoever made or changed it sees it. */
    static final List<Column> COLUMNS = List.of(
            Column.text("id", "column.number"),
            Column.text("name", "column.name"),
            Column.word("kind", "column.kind"),
            Column.word("posting", "column.posting"),
            Column.text("slow", "column.slow"),
            Column.text("topic", "column.topic"));

    private ChatRoom() {}

    /**
     * The API's path of the room that is named by {@link #ROOM}.
     *
     * @throws Failure wrong use, if that is no number
     */
    static String path(Invocation call) {
        return ALL + "/" + number(call.value(ROOM));
    }

    /**
     * The number of a room or report, as typed.
     *
     * @throws Failure wrong use, if it is none
     */
    static String number(String typed) {
        String number = typed.strip();
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw Failure.wrongUse(CliWords.text("use.no-number", "typed", typed));
        }
        return number;
    }

    /** Seconds as typed. The server says which are possible. */
    static long seconds(String typed) {
        if (!typed.strip().matches("[0-9]{1,9}")) {
            throw Failure.wrongUse(CliWords.text("use.no-number", "typed", typed));
        }
        return Long.parseLong(typed.strip());
    }

    /** Name and number, for people; the number alone for rooms that officials do not see. */
    static String words(ApiClient api, String number) {
        String before = Long.toString(Long.parseLong(number) - 1);
        return api.firstPage(ALL + "/all", Map.of("after", before, "limit", "1")).stream()
                .filter(room -> JsonFields.text(room, "id").equals(Optional.of(number)))
                .map(ChatRoom::words)
                .findFirst()
                .orElse(number);
    }

    /** Name and number, for people. */
    static String words(JsonObject room) {
        return named(room, "name", "id") + " (" + JsonFields.text(room, "id").orElse("?") + ")";
    }

    /** A column of rooms' names, in which the common room is called as the call's language does while it has its first name. */
    static Column name(String key, String numberKey, String title) {
        Column text = Column.text(key, title);
        return new Column(key, title, text.exact(), row -> named(row, key, numberKey));
    }

    private static String named(JsonObject room, String key, String numberKey) {
        String name = JsonFields.text(room, key).orElse("");
        boolean common = name.equals(CliWords.english("room.common"))
                && JsonFields.text(room, numberKey).equals(Optional.of("1"));
        return common ? CliWords.text("room.common") : name;
    }

    /** Whom a room is for, as it is typed. */
    static String audience(JsonObject room) {
        JsonObject audience = room.getJsonObject("audience");
        if (audience == null) return "";
        return audience.entrySet().stream()
                .map(column -> column.getKey() + "=" + values((JsonArray) column.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static String values(JsonArray values) {
        return values.stream().map(value -> ((JsonString) value).getString()).collect(Collectors.joining(","));
    }
}
