package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/** Posts a notice on the board. */
final class PostNotice implements Command {
    private static final Flag TITLE = new Flag("--title", "TITLE", "title");
    private static final Flag TEXT = new Flag("--text", "TEXT", "notice-text");
    private static final Flag ACKNOWLEDGE = new Flag("--acknowledge", "", "acknowledge");
    private static final Flag UNTIL = new Flag("--until", "DAY", "until");

    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "column.number"),
            Column.text("title", "column.title"),
            Column.truth("acknowledge", "column.acknowledge"),
            Column.text("until", "column.until"));

    @Override
    public Usage usage() {
        return new Usage(
                "notice",
                List.of(TITLE, TEXT, ACKNOWLEDGE, UNTIL),
                List.of(
                        Usage.PROGRAM + " notice --title 'Water' --text 'No water from 2 to 4 pm today.'",
                        Usage.PROGRAM
                                + " notice --title 'Fees' --text 'Pay at the office.' --acknowledge --until 2025-07-31"));
    }

    @Override
    public void run(Invocation call) {
        call.require(TITLE, TEXT);
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("title", call.value(TITLE));
        notice.put("text", call.value(TEXT));
        notice.put("acknowledge", call.arguments().has(ACKNOWLEDGE));
        call.arguments()
                .value(UNTIL)
                .ifPresent(typed -> notice.put("until", Moment.day(typed).toString()));
        JsonObject posted = call.api().post("/api/notices", JsonFields.object(notice));
        String id = JsonFields.text(posted, "id").orElse("?");
        call.result(posted, COLUMNS, CliWords.text("notice.posted", "number", id));
    }
}
