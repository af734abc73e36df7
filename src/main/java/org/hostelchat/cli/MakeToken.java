package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a token for a script. The output is the token and nothing else, so that a script can take it. With the operator key it is
 * the office's own; with a person's token it asks for their password, and is theirs unless it is for a machine.
 */
final class MakeToken implements Command {
    private static final Flag NAME = new Flag("--name", "NAME", "name of the token: who or what will use it");
    private static final Flag SCOPE =
            new Flag("--scope", "SCOPE", "what it may do: all, read, or metrics (default all)");
    private static final Flag DAYS =
            new Flag("--days", "DAYS", "for how many days it works (a person's: at most 365, which is the default)");
    private static final Flag MACHINE =
            new Flag("--machine", "", "it belongs to the office and stays when its maker leaves");

    private static final Column EXPIRES = Column.time("expiresAt", "Works until");

    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "Number"),
            Column.text("name", "Name"),
            Column.text("scope", "May do"),
            Column.truth("machine", "The office's"),
            EXPIRES,
            Column.text("token", "Token"));

    @Override
    public Usage usage() {
        return new Usage(
                "token",
                "Make a token for a script or another machine",
                List.of(NAME, SCOPE, DAYS, MACHINE, Flag.PASSWORD_STDIN),
                List.of(
                        Usage.PROGRAM + " token --name prometheus --scope metrics",
                        "TOKEN=$(" + Usage.PROGRAM + " token --name mess-menu --scope read --days 90)",
                        "pass show hostel/me | " + Usage.PROGRAM + " token --name laptop --password-stdin"));
    }

    @Override
    public void run(Invocation call) {
        call.require(NAME);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("name", call.value(NAME));
        call.arguments().value(SCOPE).ifPresent(typed -> wanted.put("scope", scope(typed)));
        call.arguments().value(DAYS).ifPresent(typed -> wanted.put("days", days(typed)));
        if (call.arguments().has(MACHINE)) wanted.put("machine", true);
        if (!call.isOperator()) wanted.put("password", password(call));
        JsonObject made = call.api().post("/api/tokens", JsonFields.object(wanted));
        call.result(made, COLUMNS, JsonFields.text(made, "token").orElse(""));
        call.terminal().complain("Shown this once. Whoever has it may " + mayDo(made) + ", " + until(made) + ".");
    }

    private static String scope(String typed) {
        String scope = typed.strip().toLowerCase(Locale.ROOT);
        if (List.of("all", "read", "metrics").contains(scope)) return scope;
        throw Failure.wrongUse("'" + typed + "' is nothing that a token may do. Say all, read or metrics.");
    }

    private static long days(String typed) {
        if (typed.strip().matches("[0-9]{1,9}")) return Long.parseLong(typed.strip());
        throw Failure.wrongUse("'" + typed + "' is no number of days, such as 90.");
    }

    /** Whoever holds a token proves that they are more than its finder. */
    private static String password(Invocation call) {
        if (call.arguments().has(Flag.PASSWORD_STDIN)) return call.passwordLine();
        if (call.terminal().canAsk()) return call.terminal().askSecret("Your own password (not shown):");
        throw Failure.wrongUse(
                "Who makes a token by a token gives their password too: --password-stdin reads it from the"
                        + " standard input.\nWith the operator key, where the server runs, none is needed.");
    }

    private static String mayDo(JsonObject made) {
        return switch (JsonFields.text(made, "scope").orElse("all")) {
            case "metrics" -> "read /metrics";
            case "read" -> "read what an admin may read";
            default -> "do what an admin may";
        };
    }

    private static String until(JsonObject made) {
        String expires = EXPIRES.plain().apply(made);
        return expires.isEmpty() ? "until it is revoked" : "until " + expires + " or until it is revoked";
    }
}
