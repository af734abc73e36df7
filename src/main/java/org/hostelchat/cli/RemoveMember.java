package org.hostelchat.cli;

import java.util.List;
import org.hostelchat.cli.text.CliWords;

/** Takes somebody out of an open room or a group. */
final class RemoveMember implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "removemember",
                List.of(ChatRoom.ROOM, Flag.ENROLMENT),
                List.of(Usage.PROGRAM + " removemember --room 7 --enrolment 2025/CS/014"));
    }

    @Override
    public void run(Invocation call) {
        call.require(ChatRoom.ROOM, Flag.ENROLMENT);
        String room = ChatRoom.path(call);
        ApiClient api = call.api();
        var user = api.get(Person.path(call.value(Flag.ENROLMENT)));
        String path = room + "/members/" + JsonFields.text(user, "id").orElse("?");
        api.delete(path);
        call.result(
                user,
                Column.USER,
                CliWords.text("member.removed", "person", Person.words(user), "room", call.value(ChatRoom.ROOM)));
    }
}
