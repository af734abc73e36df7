package org.hostelchat.cli;

import java.util.List;
import org.hostelchat.cli.text.CliWords;

/** Adds somebody to an open room. */
final class AddMember implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "addmember",
                List.of(ChatRoom.ROOM, Flag.ENROLMENT),
                List.of(Usage.PROGRAM + " addmember --room 7 --enrolment 2025/CS/014"));
    }

    @Override
    public void run(Invocation call) {
        call.require(ChatRoom.ROOM, Flag.ENROLMENT);
        String room = ChatRoom.path(call);
        ApiClient api = call.api();
        var user = api.get(Person.path(call.value(Flag.ENROLMENT)));
        String path = room + "/members/" + JsonFields.text(user, "id").orElse("?");
        api.put(path);
        call.result(
                user,
                Column.USER,
                CliWords.text("member.added", "person", Person.words(user), "room", call.value(ChatRoom.ROOM)));
    }
}
