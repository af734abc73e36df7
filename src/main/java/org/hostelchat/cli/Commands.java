package org.hostelchat.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hostelchat.cli.text.CliWords;

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
            new MakeToken(),
            new VerifyRecord(),
            new Completion());

    private Commands() {}

    /** @throws Failure wrong use, if there is no such command */
    static Command named(String word) {
        return ALL.stream()
                .filter(command -> command.usage().isCalled(word))
                .findFirst()
                .orElseThrow(() -> unknown(word));
    }

    /** The flag of this name, of whichever command: where several commands have it, all or none take a value. */
    static Optional<Flag> flag(String name) {
        return Stream.concat(Flag.GLOBAL.stream(), ALL.stream().flatMap(command -> command.usage().flags().stream()))
                .filter(flag -> flag.name().equals(name))
                .findFirst();
    }

    static Failure unknown(String word) {
        return Failure.wrongUse(CliWords.text("use.unknown-command", "word", word, "program", Usage.PROGRAM));
    }

    static Failure missing() {
        return Failure.wrongUse(CliWords.text("use.no-command", "program", Usage.PROGRAM));
    }
}
