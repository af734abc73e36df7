package org.hostelchat.cli;

import java.util.List;
import java.util.stream.Collectors;

/** The help texts. */
final class Help {
    static final String PROGRAM = "payara/hostel";
    static final String MORE = "All commands: " + PROGRAM + " --help";

    private Help() {}

    static String overall() {
        return "Hostel Chat from the command line.\n\n"
                + "Usage: " + PROGRAM + " COMMAND [flags]\n\nCommands:\n"
                + Commands.ALL.stream()
                        .map(Command::usage)
                        .map(usage -> row(usage.name(), usage.summary()))
                        .collect(Collectors.joining())
                + "\nFlags, before or after the command:\n" + rows(Flag.GLOBAL)
                + "\nWho can read the operator key in the server's data folder may do everything here on the\n"
                + "server's own machine; from elsewhere it takes --url and an admin's --token.\n"
                + "Exit codes: 0 done, 1 refused, 2 wrong use, 3 server not reachable.\n"
                + "More about a command: " + PROGRAM + " COMMAND --help\n";
    }

    static String about(Usage usage) {
        return usage.summary() + ".\n\n"
                + "Usage: " + PROGRAM + " " + usage.name() + " [flags]\n"
                + (usage.alias().isEmpty() ? "" : "       " + usage.alias() + " does the same\n")
                + (usage.flags().isEmpty() ? "" : "\nFlags:\n" + rows(usage.flags()))
                + "\nFlags of every command:\n" + rows(Flag.GLOBAL)
                + "\nExamples:\n"
                + usage.examples().stream()
                        .map(example -> "  " + example + "\n")
                        .collect(Collectors.joining());
    }

    private static String rows(List<Flag> flags) {
        return flags.stream().map(flag -> row(flag.usage(), flag.help())).collect(Collectors.joining());
    }

    private static String row(String left, String right) {
        return "  " + left + " ".repeat(Math.max(1, 21 - left.length())) + right + "\n";
    }
}
