package org.hostelchat.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From words typed to an exit code. Every failure becomes a line or two on the error stream, never a stack trace. */
final class CommandLine {
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Path launcher;

    /** @param launcher the folder of the script that started this */
    CommandLine(Terminal terminal, Map<String, String> environment, Path launcher) {
        this.terminal = terminal;
        this.environment = environment;
        this.launcher = launcher;
    }

    Exit run(String... words) {
        try {
            return obey(Arguments.parse(List.of(words), Commands.flags()));
        } catch (Failure e) {
            terminal.complain(e.getMessage());
            return e.exit();
        } catch (UncheckedIOException e) {
            return closed(e);
        }
    }

    private Exit obey(Arguments arguments) {
        Optional<String> word = arguments.command().filter(name -> !name.equals("help"));
        boolean help = arguments.has(Flag.HELP) || (arguments.command().isPresent() && word.isEmpty());
        Optional<Usage> usage = word.or(arguments::about).map(Commands::named).map(Command::usage);
        if (help) {
            terminal.print(usage.map(Help::about).orElseGet(Help::overall));
            terminal.flush();
            return Exit.DONE;
        }
        if (word.isEmpty()) {
            throw Failure.wrongUse("Which command?\n" + Help.MORE);
        }
        check(arguments, usage.orElseThrow());
        Settings settings = new Settings(arguments, environment, launcher);
        Commands.named(word.get()).run(new Invocation(usage.get(), arguments, settings, terminal));
        return Exit.DONE;
    }

    private static void check(Arguments arguments, Usage usage) {
        arguments.names().stream()
                .filter(name -> !usage.takes(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.wrongUse(usage.name() + " takes no " + name + ".\nIts flags: " + Help.PROGRAM + " "
                            + usage.name() + " --help");
                });
        if (arguments.has(Flag.JSON) && arguments.has(Flag.CSV)) {
            throw Failure.wrongUse("Either --json or --csv, not both.");
        }
    }

    /** A reader that has seen enough, such as head, closes the pipe: that is no failure. A full disk is. */
    private Exit closed(UncheckedIOException e) {
        String reason = String.valueOf(e.getCause().getMessage());
        if (reason.contains("Broken pipe")) {
            return Exit.DONE;
        }
        terminal.complain("Reading or writing failed: " + reason + ".\nWhat the server was told, it may have done.");
        return Exit.REFUSED;
    }
}
