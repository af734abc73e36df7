package org.hostelchat.cli;

import java.util.List;
import org.hostelchat.cli.text.CliWords;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Translates picocli's parsing errors into our own messages. */
final class WrongUse {
    private WrongUse() {}

    static Failure of(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return twice(option.longestName());
        }
        return Failure.wrongUse(CliWords.text("use.not-understood", "why", e.getMessage()));
    }

    static Failure twice(String flag) {
        return Failure.wrongUse(CliWords.text("use.twice", "flag", flag));
    }

    private static Failure unknown(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        boolean atRoot = e.getCommandLine().getParent() == null;
        if (!word.startsWith("-")) {
            return atRoot ? Commands.unknown(word) : Failure.wrongUse(CliWords.text("use.stray", "word", word));
        }
        String flag = word.split("=", 2)[0];
        if (Commands.flag(flag).isEmpty()) {
            return Failure.wrongUse(CliWords.text("use.unknown-flag", "flag", flag) + meant(e.getSuggestions()));
        }
        if (atRoot) {
            return Commands.missing();
        }
        Usage usage = Commands.named(e.getCommandLine().getCommandName()).usage();
        return Failure.wrongUse(
                CliWords.text("use.not-its-flag", "command", usage.name(), "flag", flag, "more", usage.more()));
    }

    private static String meant(List<String> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : " " + CliWords.text("use.is-it", "flag", suggestions.get(0).split("=", 2)[0]);
    }
}
