package org.hostelchat.cli;

import java.util.List;
import java.util.function.BiConsumer;
import org.hostelchat.cli.text.CliWords;

/**
 * Changes whether somebody is in a room.
 *
 * @param done the key of the sentence that says that it is done
 * @param act what is called with the address of the membership
 */
record MemberCommand(String name, String done, BiConsumer<ApiClient, String> act) implements Command {

    /** Adds somebody to an open room. */
    static final Command ADD = new MemberCommand("addmember", "member.added", ApiClient::put);

    /** Takes somebody out of an open room or a group. */
    static final Command REMOVE = new MemberCommand("removemember", "member.removed", ApiClient::delete);

    @Override
    public Usage usage() {
        return new Usage(
                name,
                List.of(ChatRoom.ROOM, Flag.ENROLMENT),
                List.of(Usage.PROGRAM + " " + name + " --room 7 --enrolment 2025/CS/014"));
    }

    @Override
    public void run(Invocation call) {
        call.require(ChatRoom.ROOM, Flag.ENROLMENT);
        String room = ChatRoom.path(call);
        ApiClient api = call.api();
        var user = api.get(Person.path(call.value(Flag.ENROLMENT)));
        act.accept(api, room + "/members/" + JsonFields.text(user, "id").orElse("?"));
        call.result(
                user,
                Column.USER,
                CliWords.text(done, "person", Person.words(user), "room", call.value(ChatRoom.ROOM)));
    }
}
