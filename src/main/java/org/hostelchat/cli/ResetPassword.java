package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hostelchat.cli.text.CliWords;

/** Gives one person or many people new initial passwords. */
final class ResetPassword implements Command {
    private static final Flag NEVER_SEEN = new Flag("--never-seen", "", "never-seen");

    @Override
    public Usage usage() {
        return new Usage(
                "resetpassword",
                Stream.concat(Stream.of(Flag.ENROLMENT, NEVER_SEEN, Flag.YES), RollFlags.ALL.stream())
                        .toList(),
                List.of(
                        Usage.PROGRAM + " resetpassword --enrolment 2025/CS/014",
                        Usage.PROGRAM + " resetpassword --roll freshers.csv --never-seen --out passwords.csv",
                        Usage.PROGRAM + " resetpassword --never-seen --out passwords.csv"));
    }

    @Override
    public void run(Invocation call) {
        Arguments arguments = call.arguments();
        boolean neverSeen = arguments.has(NEVER_SEEN);
        if (!arguments.has(RollFlags.ROLL) && !neverSeen) {
            RollFlags.requireNone(arguments);
            one(call);
            return;
        }
        if (arguments.has(Flag.ENROLMENT)) {
            throw Failure.wrongUse(CliWords.text("use.one-person"));
        }
        if (arguments.has(RollFlags.ROLL)) {
            var roll = RollFlags.read(call);
            new RollReset(call, neverSeen).run(roll);
        } else {
            new RollReset(call, true).runForRegister();
        }
    }

    private static void one(Invocation call) {
        call.require(Flag.ENROLMENT);
        ApiClient api = call.api();
        String path = Person.path(call.value(Flag.ENROLMENT));
        JsonObject user = api.get(path);
        String password = JsonFields.text(
                        api.post(path + "/password-reset", JsonFields.object(Map.of())), "initialPassword")
                .orElse("");
        call.result(
                JsonFields.with(user, "initialPassword", password),
                Column.NEW_USER,
                CliWords.text("reset.done", "person", Person.words(user)),
                Registration.initialPassword(password));
    }
}
