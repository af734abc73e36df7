package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.cli.text.CliWords;

/** The context of one call of a command: arguments, terminal, server, and output of results. */
final class Invocation {
    private final Usage usage;
    private final Arguments arguments;
    private final Settings settings;
    private final Terminal terminal;
    private final Interruption interruption;
    private boolean asked;

    Invocation(Usage usage, Arguments arguments, Settings settings, Terminal terminal, Interruption interruption) {
        this.usage = usage;
        this.arguments = arguments;
        this.settings = settings;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    Arguments arguments() {
        return arguments;
    }

    Terminal terminal() {
        return terminal;
    }

    Interruption interruption() {
        return interruption;
    }

    /** Whether a missing value was asked for at the prompt. */
    boolean hasAsked() {
        return asked;
    }

    /**
     * Makes sure that these flags have a value, by asking for the missing ones at the prompt.
     *
     * @throws Failure wrong use, naming all missing flags, if there is nobody to ask
     */
    void require(Flag... flags) {
        List<Flag> missing =
                Stream.of(flags).filter(flag -> !arguments.has(flag)).toList();
        if (!missing.isEmpty() && !terminal.canAsk()) {
            throw Failure.wrongUse(CliWords.text(
                    "use.missing",
                    "command",
                    usage.name(),
                    "flags",
                    missing.stream().map(Flag::usage).collect(Collectors.joining(", ")),
                    "more",
                    usage.more()));
        }
        missing.forEach(this::ask);
    }

    private void ask(Flag flag) {
        asked = true;
        String answer = terminal.ask(flag.question());
        if (answer.isEmpty()) {
            throw Failure.wrongUse(CliWords.text("ask.no-answer"));
        }
        arguments.answer(flag, answer);
    }

    /** The value of a flag after {@link #require}. */
    String value(Flag flag) {
        return arguments.value(flag).orElseThrow();
    }

    /**
     * The argument that is no flag.
     *
     * @throws Failure wrong use, if there is none
     */
    String operand() {
        return arguments
                .operand()
                .filter(typed -> !typed.isBlank())
                .orElseThrow(() -> Failure.wrongUse(CliWords.text(
                        "use.missing", "command", usage.name(), "flags", usage.operand(), "more", usage.more())));
    }

    /** The first line of the standard input, which is the password with {@link Flag#PASSWORD_STDIN}. */
    String passwordLine() {
        String line = terminal.readLine();
        if (line.isEmpty()) {
            throw Failure.wrongUse(CliWords.text("password.line-empty"));
        }
        return line;
    }

    /** Whether calls use the operator key rather than a person's token. */
    boolean isOperator() {
        return settings.token().isEmpty();
    }

    /** As {@link Settings#dataFolder}. */
    Path dataFolder() {
        return settings.dataFolder();
    }

    /** As {@link Settings#variable}. */
    Optional<String> variable(String name) {
        return settings.variable(name);
    }

    ApiClient api() {
        ServerAddress address = settings.address();
        return new ApiClient(address, settings.credential(address));
    }

    Output output(List<Column> columns) {
        return Output.of(arguments, terminal, columns);
    }

    /** Prints a whole list, page by page. */
    void list(ApiClient api, String path, Map<String, String> query, List<Column> columns) {
        Output output = output(columns);
        api.eachPage(path, query, output::page);
        output.end();
    }

    /** Prints one result: as JSON or CSV if requested, else as these lines. */
    void result(JsonObject result, List<Column> columns, String... words) {
        if (arguments.has(Flag.JSON)) {
            terminal.print(JsonFields.line(result) + "\n");
            terminal.flush();
        } else if (arguments.has(Flag.CSV)) {
            output(columns).page(List.of(result));
        } else {
            Stream.of(words).forEach(terminal::say);
        }
    }
}
