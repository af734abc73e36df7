package org.hostelchat.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;

/**
 * Runs one call: from arguments to exit code. Every failure is reported in a line or two on the error stream, never as
 * a stack trace.
 */
final class CommandLine {
    private final Terminal terminal;
    private final Interruption interruption;
    private final Map<String, String> environment;
    private final Path launcher;

    /** @param launcher the folder of the script that started the program */
    CommandLine(Terminal terminal, Interruption interruption, Map<String, String> environment, Path launcher) {
        this.terminal = terminal;
        this.interruption = interruption;
        this.environment = environment;
        this.launcher = launcher;
    }

    Exit run(String... words) {
        CliWords.speak(CallLanguage.of(List.of(words), environment));
        try {
            return obey(Arguments.parse(List.of(words)));
        } catch (Failure e) {
            terminal.complain(e.getMessage());
            return e.exit();
        } catch (UncheckedIOException e) {
            return closed(e);
        }
    }

    private Exit obey(Arguments arguments) {
        CallLanguage.check(arguments);
        if (arguments.asksForHelp()) {
            return print(arguments.help());
        }
        if (arguments.has(Flag.VERSION)) {
            return print(Version.text() + "\n");
        }
        Command command = Commands.named(arguments.command().orElseThrow(Commands::missing));
        if (arguments.has(Flag.JSON) && arguments.has(Flag.CSV)) {
            throw Failure.wrongUse(CliWords.text("use.json-or-csv"));
        }
        Settings settings = new Settings(arguments, environment, launcher);
        command.run(new Invocation(command.usage(), arguments, settings, terminal, interruption));
        return Exit.DONE;
    }

    private Exit print(String text) {
        terminal.print(text);
        terminal.flush();
        return Exit.DONE;
    }

    /**
     * A broken pipe is not an error: a reader such as head closes it when it has enough. Other write errors, such as a
     * full disk, are.
     */
    private Exit closed(UncheckedIOException e) {
        if (Terminal.isClosedPipe(e)) {
            return Exit.DONE;
        }
        terminal.complain(
                CliWords.text("input-output-failed", "why", e.getCause().getMessage()));
        return Exit.REFUSED;
    }
}
