package org.hostelchat.cli;

import java.util.List;
import picocli.AutoComplete;

/** Prints a shell script that completes commands and flags. */
final class Completion implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "completion",
                List.of(),
                List.of(
                        "eval \"$(" + Usage.PROGRAM + " completion)\"",
                        Usage.PROGRAM + " completion > /etc/bash_completion.d/hostel"));
    }

    @Override
    public void run(Invocation call) {
        call.terminal().print(AutoComplete.bash(CommandModel.NAME, CommandModel.complete()));
        call.terminal().flush();
    }
}
