package org.hostelchat.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Lists the rooms that officials may see: all but direct rooms and groups. */
final class RoomList implements Command {
    private static final Flag KIND = new Flag("--kind", "KIND", "room-kind");
    private static final Flag TEXT = new Flag("--text", "TEXT", "text");

    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "column.number"),
            ChatRoom.name("name", "id", "column.name"),
            Column.word("kind", "column.kind"),
            Column.text("members", "column.members"),
            Column.word("posting", "column.posting"),
            Column.text("slow", "column.slow"),
            new Column("audience", "column.audience", ChatRoom::audience, ChatRoom::audience),
            Column.text("topic", "column.topic"),
            Column.time("createdAt", "column.created"));

    @Override
    public Usage usage() {
        return new Usage(
                "roomlist",
                List.of(KIND, TEXT),
                List.of(Usage.PROGRAM + " roomlist", Usage.PROGRAM + " roomlist --kind audience --csv > rooms.csv"));
    }

    @Override
    public void run(Invocation call) {
        var query = new HashMap<String, String>();
        call.arguments().value(KIND).ifPresent(kind -> query.put("kind", kind.toUpperCase(Locale.ROOT)));
        call.arguments().value(TEXT).ifPresent(text -> query.put("q", text));
        call.list(call.api(), ChatRoom.ALL + "/all", query, COLUMNS);
    }
}
