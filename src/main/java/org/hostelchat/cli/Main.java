package org.hostelchat.cli;

import java.nio.file.Path;

/** The main class of {@code hostel-cli.jar}, which the script {@code payara/hostel} starts. */
public final class Main {
    private Main() {}

    /** @param arguments the arguments of the script */
    public static void main(String[] arguments) {
        // Without the script, the default data folder is looked for in the working directory.
        Path launcher = Path.of(System.getProperty("hostel.launcher", "payara")).toAbsolutePath();
        Terminal terminal = Terminal.system();
        Interruption interruption = new Interruption(terminal);
        Exit exit = new CommandLine(terminal, interruption, System.getenv(), launcher).run(arguments);
        interruption.end(exit);
    }
}
