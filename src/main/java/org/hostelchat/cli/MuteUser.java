package org.hostelchat.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/** Keeps a person from writing until a time. */
final class MuteUser implements Command {
    private static final Flag WHY = new Flag("--why", "TEXT", "mute-why");
    private static final Flag UNTIL = new Flag("--until", "TIME", "mute-until");

    @Override
    public Usage usage() {
        return new Usage(
                "muteuser",
                List.of(Flag.ENROLMENT, UNTIL, WHY),
                List.of(
                        Usage.PROGRAM + " muteuser --enrolment 2025/CS/014 --until '2026-01-31 18:00'",
                        Usage.PROGRAM + " muteuser --enrolment 2025/CS/014 --until 2026-02-01 --why 'Insults'"));
    }

    @Override
    public void run(Invocation call) {
        call.require(Flag.ENROLMENT, UNTIL);
        long until = Moment.begin(call.value(UNTIL)).toEpochMilli();
        ApiClient api = call.api();
        String path = Person.path(call.value(Flag.ENROLMENT));
        Map<String, Object> mute = new LinkedHashMap<>(Map.of("until", until));
        call.arguments().value(WHY).ifPresent(why -> mute.put("why", why));
        api.put(path + "/mute", JsonFields.object(mute));
        var user = api.get(path);
        call.result(user, Column.USER, CliWords.text("mute.done", "person", Person.words(user)));
    }
}
