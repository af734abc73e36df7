package org.hostelchat.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;

/** Erases somebody, after saying what that means. */
final class DeleteUser implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "deleteuser",
                "removestudent",
                "Remove somebody and erase what they wrote",
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
            throw Failure.wrongUse("deleteuser asks before it erases; without a terminal it needs --yes.");
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
                Person.words(user)
                        + " is removed. What they wrote is erased; a mark stays in its place. The words leave the"
                        + " database's files soon after; backups keep them.");
    }

    private static void confirm(Terminal terminal, JsonObject user) {
        terminal.say("This removes " + Person.words(user) + ", number "
                + JsonFields.text(user, "id").orElse("?") + ", "
                + JsonFields.text(user, "role").orElse("?").toLowerCase(Locale.ROOT) + ".");
        terminal.say("They are signed out everywhere, the account goes, and everything they wrote becomes a tombstone:"
                + " nobody can bring the words back, a mark stays. To end access and keep the words, deactivate them in the"
                + " console instead.");
        if (!terminal.ask("Type 'yes' to go on:").equalsIgnoreCase("yes")) {
            throw Failure.refused("Nothing was done.");
        }
    }
}
