package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Lists what residents reported, the newest first, without the words of the messages. */
final class ReportList implements Command {
    private static final Flag OPEN = new Flag("--open", "", "open-reports");

    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "column.number"),
            Column.time("at", "column.time"),
            person("reporter", "column.reporter"),
            person("author", "column.author"),
            Column.word("roomKind", "column.kind"),
            ChatRoom.name("roomName", "room", "column.room"),
            Column.text("room", "column.room-number"),
            Column.text("seq", "column.message-number"),
            Column.text("why", "column.why"),
            Column.time("settledAt", "column.settled"));

    private static Column person(String key, String title) {
        return new Column(key, title, row -> words(row, key), row -> words(row, key));
    }

    private static String words(JsonObject row, String key) {
        return row.get(key) instanceof JsonObject person ? Person.words(person) : "";
    }

    @Override
    public Usage usage() {
        return new Usage(
                "reportlist",
                List.of(OPEN),
                List.of(Usage.PROGRAM + " reportlist --open", Usage.PROGRAM + " reportlist --csv > reports.csv"));
    }

    @Override
    public void run(Invocation call) {
        Map<String, String> query = call.arguments().has(OPEN) ? Map.of("open", "true") : Map.of();
        ApiClient api = call.api();
        Output output = call.output(COLUMNS);
        api.eachPage("/api/reports", query, "before", output::page);
        output.end();
    }
}
