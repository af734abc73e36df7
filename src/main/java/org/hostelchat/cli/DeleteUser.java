package org.hostelchat.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.hostelchat.cli.text.CliWords;

/** Erases a person's account, after explaining the consequences. */
final class DeleteUser implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "deleteuser",
                "removestudent",
                "",
                List.of(Flag.ENROLMENT, Flag.YES),
                List.of(
                        Usage.PROGRAM + " deleteuser --enrolment 2025/CS/014",
                        Usage.PROGRAM + " removestudent --enrolment 2025/CS/014 --yes"));
    }

    @Override
    public void run(Invocation call) {
        call.require(Flag.ENROLMENT);
        boolean sure = call.arguments().has(Flag.YES);
        if (!sure && !call.terminal().canAsk()) {
            throw Failure.wrongUse(CliWords.text("delete.needs-yes"));
        }
        ApiClient api = call.api();
        String path = Person.path(call.value(Flag.ENROLMENT));
        JsonObject user = api.get(path);
        if (!sure) {
            confirm(call.terminal(), user);
        }
        api.delete(path);
        call.result(
                JsonFields.with(user, "erased", JsonValue.TRUE),
                Column.USER,
                CliWords.text("delete.done", "person", Person.words(user)));
    }

    private static void confirm(Terminal terminal, JsonObject user) {
        terminal.say(CliWords.text(
                "delete.whom",
                "person",
                Person.words(user),
                "number",
                JsonFields.text(user, "id").orElse("?"),
                "role",
                Column.inWords(JsonFields.text(user, "role").orElse("?"))));
        terminal.say(CliWords.text("delete.consequence"));
        terminal.confirm();
    }
}
