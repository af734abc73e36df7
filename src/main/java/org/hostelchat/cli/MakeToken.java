package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Makes a token for a script. The output is the token and nothing else, so that a script can take it. */
final class MakeToken implements Command {
    private static final Flag NAME = new Flag("--name", "NAME", "name of the token: who or what will use it");

    private static final List<Column> COLUMNS =
            List.of(Column.text("id", "Number"), Column.text("name", "Name"), Column.text("token", "Token"));

    @Override
    public Usage usage() {
        return new Usage(
                "token",
                "Make a token for a script or another machine",
                List.of(NAME),
                List.of(
                        Usage.PROGRAM + " token --name backup",
                        "TOKEN=$(" + Usage.PROGRAM + " token --name mess-menu)"));
    }

    @Override
    public void run(Invocation call) {
        call.require(NAME);
        JsonObject made = call.api().post("/api/tokens", JsonFields.object(Map.of("name", call.value(NAME))));
        call.result(made, COLUMNS, JsonFields.text(made, "token").orElse(""));
        call.terminal().complain("Shown this once. Whoever has it may do what an admin may, until it is revoked.");
    }
}
