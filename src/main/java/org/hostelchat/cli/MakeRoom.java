package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hostelchat.cli.text.CliWords;

/** Makes an open room, or one for those whom the register names. */
final class MakeRoom implements Command {
    private static final Flag ANNOUNCEMENT = new Flag("--announcement", "", "announcement");

    @Override
    public Usage usage() {
        return new Usage(
                "makeroom",
                List.of(ChatRoom.NAME, ChatRoom.TOPIC, ChatRoom.FOR, ANNOUNCEMENT),
                List.of(
                        Usage.PROGRAM + " makeroom --name Cricket --topic 'Sundays at 7'",
                        Usage.PROGRAM + " makeroom --name 'Wing A, first year' --for 'wing=A;year=1' --announcement"));
    }

    @Override
    public void run(Invocation call) {
        call.require(ChatRoom.NAME);
        Map<String, Object> room = new LinkedHashMap<>();
        room.put("name", call.value(ChatRoom.NAME));
        room.put("kind", call.arguments().has(ChatRoom.FOR) ? "AUDIENCE" : "OPEN");
        call.arguments().value(ChatRoom.TOPIC).ifPresent(topic -> room.put("topic", topic));
        call.arguments().value(ChatRoom.FOR).ifPresent(typed -> room.put("audience", Audience.fields(typed)));
        if (call.arguments().has(ANNOUNCEMENT)) room.put("posting", "OFFICIALS");
        ApiClient api = call.api();
        JsonObject made = api.post(ChatRoom.ALL, JsonFields.object(room));
        call.result(made, ChatRoom.COLUMNS, CliWords.text("room.made", "room", ChatRoom.words(made)));
        if (call.arguments().has(ChatRoom.FOR)) named(api, made).ifPresent(call.terminal()::complain);
    }

    /** How many students the register names for a room, in words; empty if the server does not tell, because it is made all the same. */
    private static Optional<String> named(ApiClient api, JsonObject made) {
        String path = ChatRoom.ALL + "/" + JsonFields.text(made, "id").orElse("?") + "/members";
        AtomicLong students = new AtomicLong();
        try {
            // Officials are in every such room, and would hide that nobody else is.
            api.eachPage(
                    path,
                    Map.of(),
                    page -> students.addAndGet(page.stream()
                            .filter(one -> JsonFields.text(one, "role").equals(Optional.of("STUDENT")))
                            .count()));
        } catch (Failure notTold) {
            return Optional.empty();
        }
        return Optional.of(
                students.get() == 0
                        ? CliWords.text("room.names-nobody")
                        : CliWords.counted("room.names", students.get()));
    }
}
