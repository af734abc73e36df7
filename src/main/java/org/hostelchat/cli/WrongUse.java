package org.hostelchat.cli;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli did not understand, in our words. */
final class WrongUse {
    private WrongUse() {}

    static Failure of(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return twice(option.longestName());
        }
        return Failure.wrongUse(e.getMessage());
    }

    static Failure twice(String flag) {
        return Failure.wrongUse(flag + " is given twice.");
    }

    private static Failure unknown(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        boolean atRoot = e.getCommandLine().getParent() == null;
        if (!word.startsWith("-")) {
            return atRoot
                    ? Commands.unknown(word)
                    : Failure.wrongUse(
                            "What is '" + word + "'? Every value follows a flag, in quotes if it has spaces.");
        }
        String flag = word.split("=", 2)[0];
        if (Commands.flag(flag).isEmpty()) {
            return Failure.wrongUse("There is no flag " + flag + "." + meant(e.getSuggestions()));
        }
        if (atRoot) {
            return Commands.missing();
        }
        Usage usage = Commands.named(e.getCommandLine().getCommandName()).usage();
        return Failure.wrongUse(usage.name() + " takes no " + flag + ".\nIts flags: " + usage.more());
    }

    private static String meant(List<String> suggestions) {
        return suggestions.isEmpty() ? "" : " Is it " + suggestions.get(0).split("=", 2)[0] + "?";
    }
}
