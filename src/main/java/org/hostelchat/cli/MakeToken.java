package org.hostelchat.cli;

import java.util.List;

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
                List.of(Help.PROGRAM + " token --name backup", "TOKEN=$(" + Help.PROGRAM + " token --name mess-menu)"));
    }

    @Override
    public void run(Invocation call) {
        call.require(NAME);
        Json made = call.api().post("/api/tokens", Json.object().with("name", Json.of(call.value(NAME))));
        call.result(made, COLUMNS, made.text("token").orElse(""));
        call.terminal().complain("Shown this once. Whoever has it may do what an admin may, until it is revoked.");
    }
}
