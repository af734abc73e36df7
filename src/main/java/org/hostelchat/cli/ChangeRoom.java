package org.hostelchat.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/** Changes a room's name, topic, who writes in it, how often, or whom it is for. */
final class ChangeRoom implements Command {
    private static final Flag POSTING = new Flag("--posting", "ALL|OFFICIALS", "posting");
    private static final Flag NO_TOPIC = new Flag("--no-topic", "", "no-topic");
    private static final Flag SLOW = new Flag("--slow", "SECONDS", "slow");
    private static final List<Flag> CHANGES =
            List.of(ChatRoom.NAME, ChatRoom.TOPIC, NO_TOPIC, POSTING, SLOW, ChatRoom.FOR);

    @Override
    public Usage usage() {
        return new Usage(
                "changeroom",
                List.of(ChatRoom.ROOM, ChatRoom.NAME, ChatRoom.TOPIC, NO_TOPIC, POSTING, SLOW, ChatRoom.FOR),
                List.of(
                        Usage.PROGRAM + " changeroom --room 7 --name 'Cricket and football' --no-topic",
                        Usage.PROGRAM + " changeroom --room 1 --slow 30",
                        Usage.PROGRAM + " changeroom --room 9 --posting officials --for 'wing=A,B'"));
    }

    @Override
    public void run(Invocation call) {
        call.require(ChatRoom.ROOM);
        String path = ChatRoom.path(call);
        if (CHANGES.stream().noneMatch(call.arguments()::has)) {
            throw Failure.wrongUse(CliWords.text("room.nothing-to-change"));
        }
        Map<String, Object> change = new LinkedHashMap<>();
        call.arguments().value(ChatRoom.NAME).ifPresent(name -> change.put("name", name));
        call.arguments().value(ChatRoom.TOPIC).ifPresent(topic -> change.put("topic", topic));
        if (call.arguments().has(NO_TOPIC)) change.put("topic", JsonValue.NULL);
        call.arguments().value(POSTING).ifPresent(posting -> change.put("posting", posting.toUpperCase(Locale.ROOT)));
        call.arguments().value(SLOW).ifPresent(typed -> change.put("slow", ChatRoom.seconds(typed)));
        call.arguments().value(ChatRoom.FOR).ifPresent(typed -> change.put("audience", Audience.fields(typed)));
        JsonObject changed = call.api().patch(path, JsonFields.object(change));
        call.result(changed, ChatRoom.COLUMNS, CliWords.text("room.changed", "room", ChatRoom.words(changed)));
    }
}
