package org.hostelchat.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hostelchat.cli.text.CliWords;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The picocli model of all commands, for parsing, help texts and shell completion. Built from {@link Usage} by code:
 * with annotations, picocli's reflection would make every call take twice as long.
 */
final class CommandModel {
    /** Also the name of the script, for which shells look up the completion. */
    static final String NAME = "hostel";

    static final String HELP = "help";

    private static final int WIDTH = 100;

    private CommandModel() {}

    /** The model with all flags of all commands. */
    static CommandLine complete() {
        return create(usage -> true);
    }

    /**
     * The model with the flags of one command; of the others only names and summaries. Building the complete model
     * takes longer than running a command.
     *
     * @param command as typed; need not exist
     */
    static CommandLine forCall(String command) {
        return create(usage -> usage.isCalled(command));
    }

    private static CommandLine create(Predicate<Usage> withFlags) {
        CommandSpec root = CommandSpec.create().name(NAME);
        for (Command each : Commands.ALL) {
            Usage usage = each.usage();
            root.addSubcommand(usage.name(), withFlags.test(usage) ? command(usage) : named(usage));
        }
        root.addSubcommand(HELP, help());
        Flag.GLOBAL.forEach(flag -> root.addOption(option(flag)));
        root.usageMessage()
                .width(WIDTH)
                .description(literal(CliWords.text("help.title")))
                .descriptionHeading("%n")
                .synopsisHeading(heading("help.usage", "", " "))
                .customSynopsis(Usage.PROGRAM + " COMMAND [flags]")
                .commandListHeading(heading("help.commands", "%n", "%n"))
                .optionListHeading(heading("help.flags-anywhere", "%n", "%n"))
                .sortOptions(false)
                .sectionKeys(List.of(
                        UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
                        UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                        UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
                        UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                        UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
                        UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                        UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
                        UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                        UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
                        UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST,
                        UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
                        UsageMessageSpec.SECTION_KEY_FOOTER))
                .exitCodeListHeading(heading("help.exit-codes", "%n", "%n"))
                .exitCodeList(Exit.texts())
                .footerHeading("%n")
                .footer(
                        literal(CliWords.text("help.operator")),
                        literal(CliWords.text("help.more", "program", Usage.PROGRAM)));
        // A value that begins with @ is a value, not the name of a file of arguments.
        return new CommandLine(root).setExpandAtFiles(false);
    }

    private static CommandSpec named(Usage usage) {
        CommandSpec command = CommandSpec.create();
        if (!usage.alias().isEmpty()) {
            command.aliases(usage.alias());
        }
        command.usageMessage().description(literal(usage.summary()));
        return command;
    }

    private static CommandSpec command(Usage usage) {
        CommandSpec command = named(usage);
        usage.flags().forEach(flag -> command.addOption(option(flag)));
        if (!usage.operand().isEmpty()) command.addPositional(operand(usage));
        ArgGroupSpec.Builder everywhere = ArgGroupSpec.builder()
                .validate(false)
                .exclusive(false)
                .heading(heading("help.flags-of-every-command", "%n", "%n"));
        Flag.GLOBAL.forEach(flag -> everywhere.addArg(option(flag)));
        command.addArgGroup(everywhere.build());
        command.usageMessage()
                .width(WIDTH)
                .descriptionHeading("%n")
                .synopsisHeading(heading("help.usage", "", " "))
                .customSynopsis(synopsis(usage))
                .optionListHeading(usage.flags().isEmpty() ? "" : heading("help.flags", "%n", "%n"))
                .sortOptions(false)
                .footerHeading(heading("help.examples", "%n", "%n"))
                .footer(usage.examples().stream()
                        .map(example -> "  " + literal(example))
                        .toArray(String[]::new));
        return command;
    }

    /** Optional for picocli, because {@link Invocation#operand} says better what is missing. */
    private static PositionalParamSpec operand(Usage usage) {
        return PositionalParamSpec.builder()
                .type(Path.class)
                .converters(text -> text)
                .arity("0..1")
                .paramLabel(usage.operand())
                .hidden(true)
                .build();
    }

    private static String[] synopsis(Usage usage) {
        String own = usage.call() + " [flags]";
        return usage.alias().isEmpty()
                ? new String[] {own}
                : new String[] {own, Usage.PROGRAM + " " + usage.alias() + " [flags]"};
    }

    private static CommandSpec help() {
        CommandSpec help = CommandSpec.create();
        help.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .arity("0..1")
                .paramLabel("COMMAND")
                .completionCandidates(() -> Commands.ALL.stream()
                        .map(command -> command.usage().name())
                        .collect(Collectors.toList())
                        .iterator())
                .build());
        help.usageMessage().description(literal(CliWords.text("command.help"))).width(WIDTH);
        return help;
    }

    private static OptionSpec option(Flag flag) {
        OptionSpec.Builder option = flag.equals(Flag.HELP)
                ? OptionSpec.builder("-h", flag.name()).usageHelp(true)
                : OptionSpec.builder(flag.name());
        if (flag.equals(Flag.VERSION)) {
            option.versionHelp(true);
        }
        if (flag.takesValue()) {
            // Values are parsed as text in any case; the type Path makes shells complete file names.
            option.type(flag.namesFile() ? Path.class : String.class).converters(text -> text);
            option.paramLabel(flag.value());
        } else {
            option.type(boolean.class).arity("0");
        }
        return option.description(literal(flag.help())).build();
    }

    private static String heading(String key, String before, String after) {
        return before + literal(CliWords.text(key)) + after;
    }

    /** Escapes the percent signs, because picocli passes texts to {@code String.format}. */
    private static String literal(String text) {
        return text.replace("%", "%%");
    }
}
