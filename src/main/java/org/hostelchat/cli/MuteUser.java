package org.hostelchat.cli;

import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/** Keeps a person from writing until a time. */
final class MuteUser implements Command {
    private static final Flag UNTIL = new Flag("--until", "TIME", "mute-until");

    @Override
    public Usage usage() {
        return new Usage(
                "muteuser",
                List.of(Flag.ENROLMENT, UNTIL),
                List.of(
                        Usage.PROGRAM + " muteuser --enrolment 2025/CS/014 --until '2026-01-31 18:00'",
                        Usage.PROGRAM + " muteuser --enrolment 2025/CS/014 --until 2026-02-01"));
    }

    @Override
    public void run(Invocation call) {
        call.require(Flag.ENROLMENT, UNTIL);
        long until = Moment.begin(call.value(UNTIL)).toEpochMilli();
        ApiClient api = call.api();
        String path = Person.path(call.value(Flag.ENROLMENT));
        api.put(path + "/mute", JsonFields.object(Map.of("until", until)));
        var user = api.get(path);
        call.result(user, Column.USER, CliWords.text("mute.done", "person", Person.words(user)));
    }
}
