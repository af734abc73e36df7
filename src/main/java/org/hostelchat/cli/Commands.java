package org.hostelchat.cli;

import java.util.List;
import java.util.stream.Stream;

/** All commands, in the order in which the help lists them. */
final class Commands {
    static final List<Command> ALL = List.of(
            new CreateSuperuser(),
            new RegisterStudent(),
            new DeleteUser(),
            new ResetPassword(),
            new UserList(),
            new MessageList(),
            new PostNotice(),
            new MakeToken());

    private Commands() {}

    /** @throws Failure wrong use, if there is no such command */
    static Command named(String word) {
        return ALL.stream()
                .filter(command -> command.usage().isCalled(word))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse("There is no command '" + word + "'.\n" + Help.MORE));
    }

    static List<Flag> flags() {
        return Stream.concat(Flag.GLOBAL.stream(), ALL.stream().flatMap(command -> command.usage().flags().stream()))
                .toList();
    }
}
