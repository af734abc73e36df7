package org.hostelchat.cli;

import java.util.List;
import java.util.Map;

/** Lists all users of the register. */
final class UserList implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "userlist",
                List.of(),
                List.of(Usage.PROGRAM + " userlist", Usage.PROGRAM + " userlist --csv > residents.csv"));
    }

    @Override
    public void run(Invocation call) {
        call.list(call.api(), Person.ALL, Map.of(), Column.USER);
    }
}
