package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        JsonObject made = call.api().post(ChatRoom.ALL, JsonFields.object(room));
        call.result(made, ChatRoom.COLUMNS, CliWords.text("room.made", "room", ChatRoom.words(made)));
    }
}
