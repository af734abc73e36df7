package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/**
 * Creates a token for a script. Prints nothing but the token to the standard output, so that scripts can capture it.
 * With the operator key the token belongs to the operator. With a person's token the person's password is required, and
 * the new token belongs to that person unless it is for a machine.
 */
final class MakeToken implements Command {
    private static final Flag NAME = new Flag("--name", "NAME", "token-name");
    private static final Flag SCOPE = new Flag("--scope", "SCOPE", "scope");
    private static final Flag DAYS = new Flag("--days", "DAYS", "days");
    private static final Flag MACHINE = new Flag("--machine", "", "machine");

    private static final List<String> SCOPES = List.of("all", "read", "metrics");

    private static final Column EXPIRES = Column.time("expiresAt", "column.works-until");

    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "column.number"),
            Column.text("name", "column.name"),
            Column.text("scope", "column.may-do"),
            Column.truth("machine", "column.offices"),
            EXPIRES,
            Column.text("token", "column.token"));

    @Override
    public Usage usage() {
        return new Usage(
                "token",
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
        call.terminal().complain(shownOnce(made));
    }

    private static String scope(String typed) {
        String scope = typed.strip().toLowerCase(Locale.ROOT);
        if (SCOPES.contains(scope)) return scope;
        throw Failure.wrongUse(CliWords.text("token.unknown-scope", "scope", typed));
    }

    private static long days(String typed) {
        if (typed.strip().matches("[0-9]{1,9}")) return Long.parseLong(typed.strip());
        throw Failure.wrongUse(CliWords.text("token.no-days", "days", typed));
    }

    /** The password proves that the caller owns the token and has not just found it. */
    private static String password(Invocation call) {
        if (call.arguments().has(Flag.PASSWORD_STDIN)) return call.passwordLine();
        if (call.terminal().canAsk()) return call.terminal().askSecret(CliWords.text("ask.own-password"));
        throw Failure.wrongUse(CliWords.text("token.needs-password"));
    }

    private static String scopeOf(JsonObject made) {
        String scope = JsonFields.text(made, "scope").orElse("all");
        return SCOPES.contains(scope) ? scope : "all";
    }

    private static String shownOnce(JsonObject made) {
        String expires = EXPIRES.plain().apply(made);
        return CliWords.text("token.made." + scopeOf(made) + (expires.isEmpty() ? "-endless" : ""), "time", expires);
    }
}
