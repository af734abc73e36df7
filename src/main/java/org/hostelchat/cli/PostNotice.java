package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts a notice on the board. */
final class PostNotice implements Command {
    private static final Flag TITLE = new Flag("--title", "TITLE", "title of the notice");
    private static final Flag TEXT = new Flag("--text", "TEXT", "text of the notice");
    private static final Flag ACKNOWLEDGE = new Flag("--acknowledge", "", "ask everybody to acknowledge it");
    private static final Flag UNTIL = new Flag("--until", "DAY", "last day on which it stands, such as 2025-07-31");

    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "Number"),
            Column.text("title", "Title"),
            Column.truth("acknowledge", "Acknowledge"),
            Column.text("until", "Until"));

    @Override
    public Usage usage() {
        return new Usage(
                "notice",
                "Post a notice to everybody",
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
        call.result(posted, COLUMNS, "Notice " + id + " is posted.");
    }
}
