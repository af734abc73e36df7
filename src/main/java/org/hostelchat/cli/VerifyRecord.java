package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hostelchat.cli.text.CliWords;

/**
 * Checks the audit record's hash chain. Ends with {@link Exit#REFUSED} if an entry does not match, for scripts and
 * timers.
 */
final class VerifyRecord implements Command {
    private static final Flag HEAD = new Flag("--head", "NUMBER:HASH", "head");

    private static final List<Column> COLUMNS = List.of(
            Column.truth("fits", "column.fits"),
            Column.text("entries", "column.entries"),
            Column.text("head", "column.last-hash"),
            Column.text("wrong", "column.first-wrong"),
            Column.text("why", "column.why"));

    @Override
    public Usage usage() {
        return new Usage(
                "verify-record",
                List.of(HEAD),
                List.of(
                        Usage.PROGRAM + " verify-record",
                        Usage.PROGRAM + " verify-record --head \"$(tail -n 1 /var/lib/audit/heads)\""));
    }

    @Override
    public void run(Invocation call) {
        String query = call.arguments()
                .value(HEAD)
                .map(typed -> "?head=" + URLEncoder.encode(typed.strip(), StandardCharsets.UTF_8))
                .orElse("");
        JsonObject verdict = call.api().get("/api/audit/verification" + query);
        String entries = JsonFields.text(verdict, "entries").orElse("?");
        String head = entries + ":" + JsonFields.text(verdict, "head").orElse("?");
        if (JsonFields.isTrue(verdict, "fits")) {
            call.result(
                    verdict,
                    COLUMNS,
                    CliWords.text("record.fits", "entries", entries),
                    CliWords.text("record.head", "head", head));
            return;
        }
        call.result(verdict, COLUMNS);
        String wrong = JsonFields.text(verdict, "wrong").orElse("?");
        throw Failure.refused(CliWords.text(
                "record.does-not-fit",
                "number",
                wrong,
                "entries",
                entries,
                "why",
                JsonFields.text(verdict, "why").orElse("?"),
                "head",
                head));
    }
}
