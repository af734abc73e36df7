package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/**
 * Makes new initial passwords for those whom columns of the register name, or who have never signed in, and writes their slips. The server makes the
 * passwords, as for a list; people can't sign in until theirs is made.
 */
final class MakeSlips implements Command {
    private static final Flag FOR = new Flag("--for", "AUDIENCE", "slips-for");
    private static final Flag NEVER_SEEN = new Flag("--never-seen", "", "slips-never-seen");

    @Override
    public Usage usage() {
        return new Usage(
                "slips",
                List.of(FOR, NEVER_SEEN, RollFlags.OUT, Flag.YES),
                List.of(
                        Usage.PROGRAM + " slips --for 'wing=A;year=1' --out slips.csv",
                        Usage.PROGRAM + " slips --never-seen --out slips.csv",
                        Usage.PROGRAM + " slips --for 'wing=A,B' --never-seen --out slips.csv --yes"));
    }

    @Override
    public void run(Invocation call) {
        Map<String, Object> order = order(call.arguments());
        call.require(RollFlags.OUT);
        ApiClient api = call.api();
        confirm(call);
        // Before any password is taken away: a slip that cannot be written would be lost.
        PrivateFile file = PrivateFile.create(call.value(RollFlags.OUT));
        try {
            JsonObject made = api.post("/api/register/slips", JsonFields.object(order));
            String path = "/api/register/imports/" + made.getJsonNumber("id").longValue();
            new RollSlips(call, api, path, "slips.interrupted").write(file);
        } catch (Failure e) {
            file.close(false);
            throw e;
        }
    }

    private static Map<String, Object> order(Arguments arguments) {
        Map<String, Object> order = new LinkedHashMap<>();
        arguments.value(FOR).ifPresent(typed -> order.put("where", Audience.fields(typed)));
        if (arguments.has(NEVER_SEEN)) order.put("neverSignedIn", true);
        if (order.isEmpty()) throw Failure.wrongUse(CliWords.text("slips.whose"));
        return order;
    }

    /** Only at a terminal; scripts are not asked. */
    private static void confirm(Invocation call) {
        if (!call.terminal().canAsk() || call.arguments().has(Flag.YES)) return;
        call.terminal().complain(CliWords.text("slips.consequence"));
        call.terminal().confirm();
    }
}
