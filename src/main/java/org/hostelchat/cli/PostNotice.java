package org.hostelchat.cli;

import java.util.List;

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
                        Help.PROGRAM + " notice --title 'Water' --text 'No water from 2 to 4 pm today.'",
                        Help.PROGRAM
                                + " notice --title 'Fees' --text 'Pay at the office.' --acknowledge --until 2025-07-31"));
    }

    @Override
    public void run(Invocation call) {
        call.require(TITLE, TEXT);
        Json notice = Json.object()
                .with("title", Json.of(call.value(TITLE)))
                .with("text", Json.of(call.value(TEXT)))
                .with("acknowledge", Json.of(call.arguments().has(ACKNOWLEDGE)));
        Json complete = call.arguments()
                .value(UNTIL)
                .map(typed -> notice.with("until", Json.of(Moment.day(typed).toString())))
                .orElse(notice);
        Json posted = call.api().post("/api/notices", complete);
        call.result(posted, COLUMNS, "Notice " + posted.text("id").orElse("?") + " is posted.");
    }
}
