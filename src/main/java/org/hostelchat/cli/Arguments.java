package org.hostelchat.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.cli.text.CliWords;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The parsed command line: a command, if any, and flags before and after it, as {@code --flag value} or {@code
 * --flag=value}.
 */
final class Arguments {
    private final CommandLine commands;
    private final ParseResult given;
    private final Map<String, String> answers = new HashMap<>();

    private Arguments(CommandLine commands, ParseResult given) {
        this.commands = commands;
        this.given = given;
    }

    /** @throws Failure wrong use */
    static Arguments parse(List<String> words) {
        List<String> ordered = ordered(words);
        CommandLine commands = CommandModel.forCall(about(ordered));
        try {
            ParseResult root = commands.parseArgs(ordered.toArray(String[]::new));
            ParseResult given = root.hasSubcommand() ? root.subcommand() : root;
            given.matchedOptions().stream()
                    .filter(option -> option.originalStringValues().size() > 1)
                    .findFirst()
                    .ifPresent(twice -> {
                        throw WrongUse.twice(twice.longestName());
                    });
            return new Arguments(commands, given);
        } catch (CommandLine.ParameterException e) {
            throw WrongUse.of(e);
        }
    }

    /** The command whose flags are needed: the given one, or the one that help is asked about. */
    private static String about(List<String> ordered) {
        boolean help = ordered.size() > 1 && ordered.get(0).equals(CommandModel.HELP);
        return help
                ? ordered.stream()
                        .skip(1)
                        .filter(word -> !word.startsWith("-"))
                        .findFirst()
                        .orElse("")
                : ordered.isEmpty() ? "" : ordered.get(0);
    }

    /**
     * Reorders the arguments for picocli: the command first, and each value joined to its flag. picocli accepts a
     * command's flags only after it, and a value that equals a command's name or begins with a dash only when joined.
     */
    private static List<String> ordered(List<String> words) {
        List<String> result = new ArrayList<>();
        String command = null;
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (word.startsWith("-") && word.length() > 1) {
                result.add(withValue(word, rest));
            } else if (command == null) {
                command = word;
                result.add(0, word);
            } else {
                result.add(word);
            }
        }
        return result;
    }

    private static String withValue(String word, Deque<String> rest) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Optional<Flag> flag = Commands.flag(name);
        if (flag.isEmpty()) {
            return word;
        }
        if (!flag.get().takesValue()) {
            if (equals >= 0) {
                throw Failure.wrongUse(CliWords.text("use.no-value", "flag", name));
            }
            return word;
        }
        boolean follows = equals < 0 && !rest.isEmpty() && !rest.peek().startsWith("--");
        String value = follows ? rest.pop() : equals < 0 ? "" : word.substring(equals + 1);
        if (value.isBlank()) {
            throw Failure.wrongUse(CliWords.text(
                    "use.value-missing", "flag", name, "usage", flag.get().usage()));
        }
        return name + "=" + value;
    }

    /** The command's main name, also if its alias was typed. */
    Optional<String> command() {
        return given.commandSpec().parent() == null
                ? Optional.empty()
                : Optional.of(given.commandSpec().name());
    }

    /** Whether {@code --help} or the command {@code help} was given. */
    boolean asksForHelp() {
        return given.isUsageHelpRequested() || command().equals(Optional.of(CommandModel.HELP));
    }

    /**
     * The help text of the given command, or of all commands.
     *
     * @throws Failure wrong use, if {@code help} is asked about a command that does not exist
     */
    String help() {
        Optional<String> about = command().filter(name -> !name.equals(CommandModel.HELP));
        if (about.isEmpty() && given.hasMatchedPositional(0)) {
            about = Optional.of(
                    Commands.named(given.matchedPositionalValue(0, "")).usage().name());
        }
        return about.map(name -> commands.getSubcommands().get(name))
                .orElse(commands)
                .getUsageMessage(CommandLine.Help.Ansi.AUTO);
    }

    boolean has(Flag flag) {
        return answers.containsKey(flag.name()) || given.hasMatchedOption(flag.name());
    }

    Optional<String> value(Flag flag) {
        return Optional.ofNullable(answers.get(flag.name()))
                .or(() -> given.hasMatchedOption(flag.name())
                        ? Optional.of(given.matchedOption(flag.name())
                                .originalStringValues()
                                .get(0))
                        : Optional.empty());
    }

    /** The argument of a command that is no flag. */
    Optional<String> operand() {
        return given.hasMatchedPositional(0)
                ? Optional.of(given.matchedPositional(0).originalStringValues().get(0))
                : Optional.empty();
    }

    /** Adds a value that was entered at the prompt. */
    void answer(Flag flag, String value) {
        answers.put(flag.name(), value);
    }
}
