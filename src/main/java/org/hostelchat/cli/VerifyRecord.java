package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks the record of what was done by whom. Ends with {@link Exit#REFUSED} if an entry does not fit, for scripts and timers. */
final class VerifyRecord implements Command {
    private static final Flag HEAD = new Flag(
            "--head",
            "NUMBER:HASH",
            "an entry noted earlier, from this command or the server's log, that must still be there");

    private static final List<Column> COLUMNS = List.of(
            Column.truth("fits", "Fits"),
            Column.text("entries", "Entries"),
            Column.text("head", "Last hash"),
            Column.text("wrong", "First wrong"),
            Column.text("why", "Why"));

    @Override
    public Usage usage() {
        return new Usage(
                "verify-record",
                "Check that nobody has changed the record of what officials did",
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
                    "The record fits: " + entries + " entries.",
                    "Its head, to be noted elsewhere: " + head);
            return;
        }
        call.result(verdict, COLUMNS);
        String wrong = JsonFields.text(verdict, "wrong").orElse("?");
        throw Failure.refused("THE RECORD DOES NOT FIT. The first entry that does not is number " + wrong + " of "
                + entries + ": " + JsonFields.text(verdict, "why").orElse("?") + "\nIts head is now " + head + ".");
    }
}
