package org.hostelchat.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists the messages of all rooms, oldest first. */
final class MessageList implements Command {
    private static final Flag ROOM = new Flag("--room", "NUMBER", "room");
    private static final Flag AUTHOR = new Flag("--author", "WHO", "author");
    private static final Flag FROM = new Flag("--from", "TIME", "from");
    private static final Flag TO = new Flag("--to", "TIME", "to");
    private static final Flag TEXT = new Flag("--text", "TEXT", "text");

    private static final List<Column> COLUMNS = List.of(
            Column.time("at", "column.time"),
            ChatRoom.name("roomName", "room", "column.room"),
            Column.text("room", "column.room-number"),
            Column.text("seq", "column.message-number"),
            Column.text("enrolmentNumber", "column.enrolment"),
            Column.text("name", "column.author"),
            Column.word("kind", "column.kind"),
            Column.text("body", "column.text"));

    @Override
    public Usage usage() {
        return new Usage(
                "messagelist",
                List.of(ROOM, AUTHOR, FROM, TO, TEXT),
                List.of(
                        Usage.PROGRAM + " messagelist --room 1 --from 2025-07-01 --to 2025-07-02",
                        Usage.PROGRAM + " messagelist --author 2025/CS/014 --csv > asha.csv"));
    }

    @Override
    public void run(Invocation call) {
        Map<String, String> query = new LinkedHashMap<>();
        Function<String, String> asTyped = value -> value;
        ApiClient api = call.api();
        add(query, "room", call, ROOM, asTyped);
        add(query, "from", call, FROM, Moment::query);
        add(query, "to", call, TO, Moment::query);
        add(query, "text", call, TEXT, asTyped);
        // First check what can be checked without the server.
        add(query, "author", call, AUTHOR, new Author(api)::number);
        call.list(api, "/api/messages", query, COLUMNS);
    }

    private static void add(
            Map<String, String> query, String key, Invocation call, Flag flag, Function<String, String> meaning) {
        call.arguments().value(flag).map(meaning).ifPresent(value -> query.put(key, value));
    }
}
