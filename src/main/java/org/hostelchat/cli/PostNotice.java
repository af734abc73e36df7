package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.cli.text.CliWords;

/** Posts a notice on the board. */
final class PostNotice implements Command {
    private static final Flag TITLE = new Flag("--title", "TITLE", "title");
    private static final Flag TEXT = new Flag("--text", "TEXT", "notice-text");
    private static final Flag ACKNOWLEDGE = new Flag("--acknowledge", "", "acknowledge");
    private static final Flag UNTIL = new Flag("--until", "DAY", "until");

    private static final Flag FOR = new Flag("--for", "AUDIENCE", "notice-for");
    private static final Flag CATEGORY = new Flag("--category", "WORD", "notice-category");
    private static final Flag PINNED = new Flag("--pinned", "", "notice-pinned");
    private static final Flag FROM = new Flag("--from", "TIME", "notice-from");
    private static final Flag ACKNOWLEDGE_BY = new Flag("--acknowledge-by", "TIME", "acknowledge-by");

    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "column.number"),
            Column.text("title", "column.title"),
            Column.truth("acknowledge", "column.acknowledge"),
            Column.text("until", "column.until"));

    @Override
    public Usage usage() {
        return new Usage(
                "notice",
                List.of(TITLE, TEXT, FOR, CATEGORY, PINNED, FROM, UNTIL, ACKNOWLEDGE, ACKNOWLEDGE_BY),
                List.of(
                        Usage.PROGRAM + " notice --title 'Water' --text 'No water from 2 to 4 pm today.'",
                        Usage.PROGRAM
                                + " notice --title 'Fees' --text 'Pay at the office.' --acknowledge --until 2025-07-31",
                        Usage.PROGRAM
                                + " notice --title 'Lift' --text 'It stands still.' --for 'wing=A,B;floor=2' --from '2025-07-31 08:00'"));
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
        call.arguments().value(FOR).ifPresent(typed -> notice.put("audience", Audience.fields(typed)));
        call.arguments().value(CATEGORY).ifPresent(typed -> notice.put("category", typed));
        if (call.arguments().has(PINNED)) notice.put("pinned", true);
        call.arguments().value(FROM).ifPresent(typed -> notice.put("from", Moment.query(typed)));
        call.arguments().value(ACKNOWLEDGE_BY).ifPresent(typed -> notice.put("acknowledgeBy", Moment.query(typed)));
        ApiClient api = call.api();
        JsonObject posted = api.post("/api/notices", JsonFields.object(notice));
        String id = JsonFields.text(posted, "id").orElse("?");
        call.result(posted, COLUMNS, CliWords.text("notice.posted", "number", id));
        // One that is posted later has no readers yet, whomever it will concern.
        if (call.arguments().has(FOR) && !call.arguments().has(FROM))
            concerned(api, id).ifPresent(call.terminal()::complain);
    }

    /** How many residents a notice concerns, in words; empty if the server does not tell, because it is posted all the same. */
    private static Optional<String> concerned(ApiClient api, String id) {
        try {
            long people = api.firstPage("/api/notices/" + id + "/acknowledgements", Map.of("by", "wing")).stream()
                    .mapToLong(share ->
                            Long.parseLong(JsonFields.text(share, "concerned").orElse("0")))
                    .sum();
            return Optional.of(
                    people == 0
                            ? CliWords.text("notice.concerns-nobody")
                            : CliWords.counted("notice.concerns", people));
        } catch (Failure posted) {
            return Optional.empty();
        }
    }
}
