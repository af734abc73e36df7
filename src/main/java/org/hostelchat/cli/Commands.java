package org.hostelchat.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hostelchat.cli.text.CliWords;

/** All commands, in the order of the help text. */
final class Commands {
    static final List<Command> ALL = List.of(
            new CreateSuperuser(),
            new RegisterStudent(),
            new ImportRoll(),
            new DeleteUser(),
            new ResetPassword(),
            new MakeSlips(),
            new MuteUser(),
            new UnmuteUser(),
            new UserList(),
            new RoomList(),
            new MakeRoom(),
            new ChangeRoom(),
            new CloseRoom(),
            new RoomMemberList(),
            MemberCommand.ADD,
            MemberCommand.REMOVE,
            new ReportList(),
            new SettleReport(),
            new MessageList(),
            new PostNotice(),
            new MakeToken(),
            new VerifyRecord(),
            new MakeBackup(),
            new RestoreBackup(),
            new ImportReport(),
            new ExportHostel(),
            new ImportHostel(),
            new Completion());

    private Commands() {}

    /**
     * The command with this name or alias.
     *
     * @throws Failure wrong use, if there is none
     */
    static Command named(String word) {
        return ALL.stream()
                .filter(command -> command.usage().isCalled(word))
                .findFirst()
                .orElseThrow(() -> unknown(word));
    }

    /**
     * The flag with this name, of any command. Where several commands have a flag of the same name, either all of them
     * or none take a value.
     */
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
