package org.hostelchat.cli;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/** Closes a room for everybody, after asking. */
final class CloseRoom implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "closeroom",
                List.of(ChatRoom.ROOM, Flag.YES),
                List.of(Usage.PROGRAM + " closeroom --room 7", Usage.PROGRAM + " closeroom --room 7 --yes"));
    }

    @Override
    public void run(Invocation call) {
        call.require(ChatRoom.ROOM);
        String path = ChatRoom.path(call);
        boolean sure = call.arguments().has(Flag.YES);
        if (!sure && !call.terminal().canAsk()) {
            throw Failure.wrongUse(CliWords.text("room.close-needs-yes"));
        }
        ApiClient api = call.api();
        String number = ChatRoom.number(call.value(ChatRoom.ROOM));
        String room = ChatRoom.words(api, number);
        if (!sure) {
            call.terminal().say(CliWords.text("room.close-consequence", "room", room));
            call.terminal().confirm();
        }
        api.delete(path);
        call.result(
                JsonFields.object(Map.of("id", new BigInteger(number), "closed", true)),
                List.of(Column.text("id", "column.number"), Column.truth("closed", "column.closed")),
                CliWords.text("room.closed", "room", room));
    }
}
