package org.hostelchat.cli;

import java.nio.file.Path;

/** Where {@code hostel-cli.jar} begins; the script {@code payara/hostel} starts it. */
public final class Main {
    private Main() {}

    /** @param arguments what was typed after the script's name */
    public static void main(String[] arguments) {
        // Where the jar stands alone, its own data folder is looked for in the folder it is called from.
        Path launcher = Path.of(System.getProperty("hostel.launcher", "payara")).toAbsolutePath();
        Terminal terminal = Terminal.system();
        Interruption interruption = new Interruption(terminal);
        Exit exit = new CommandLine(terminal, interruption, System.getenv(), launcher).run(arguments);
        interruption.end(exit);
    }
}
