package org.hostelchat.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists the rooms that officials may see: all but direct rooms and groups. */
final class RoomList implements Command {
    private static final Flag KIND = new Flag("--kind", "KIND", "room-kind");

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
                List.of(KIND),
                List.of(Usage.PROGRAM + " roomlist", Usage.PROGRAM + " roomlist --kind audience --csv > rooms.csv"));
    }

    @Override
    public void run(Invocation call) {
        Map<String, String> query = call.arguments()
                .value(KIND)
                .map(kind -> Map.of("kind", kind.toUpperCase(Locale.ROOT)))
                .orElse(Map.of());
        call.list(call.api(), ChatRoom.ALL + "/all", query, COLUMNS);
    }
}
