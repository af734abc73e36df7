package org.hostelchat.cli;

import java.util.List;
import java.util.Map;

/** Lists who is in a room that officials may see. */
final class RoomMemberList implements Command {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "column.number"),
            Column.text("name", "column.name"),
            Column.word("role", "column.role"),
            Column.time("since", "column.since"),
            Column.truth("maker", "column.maker"));

    @Override
    public Usage usage() {
        return new Usage(
                "memberlist",
                List.of(ChatRoom.ROOM),
                List.of(
                        Usage.PROGRAM + " memberlist --room 7",
                        Usage.PROGRAM + " memberlist --room 7 --csv > cricket.csv"));
    }

    @Override
    public void run(Invocation call) {
        call.require(ChatRoom.ROOM);
        call.list(call.api(), ChatRoom.path(call) + "/members", Map.of(), COLUMNS);
    }
}
