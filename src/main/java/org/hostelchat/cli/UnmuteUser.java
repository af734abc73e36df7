package org.hostelchat.cli;

import java.util.List;
import org.hostelchat.cli.text.CliWords;

/** Lets a muted person write again. */
final class UnmuteUser implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "unmuteuser", List.of(Flag.ENROLMENT), List.of(Usage.PROGRAM + " unmuteuser --enrolment 2025/CS/014"));
    }

    @Override
    public void run(Invocation call) {
        call.require(Flag.ENROLMENT);
        ApiClient api = call.api();
        String path = Person.path(call.value(Flag.ENROLMENT));
        api.delete(path + "/mute");
        var user = api.get(path);
        call.result(user, Column.USER, CliWords.text("unmute.done", "person", Person.words(user)));
    }
}
