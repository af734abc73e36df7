package org.hostelchat.cli;

import java.nio.file.Path;

/** Where the script {@code payara/hostel} begins. */
public final class Main {
    private Main() {}

    /** @param arguments what was typed after the script's name */
    public static void main(String[] arguments) {
        Path launcher = Path.of(System.getProperty("hostel.launcher", "payara")).toAbsolutePath();
        System.exit(new CommandLine(Terminal.system(), System.getenv(), launcher)
                .run(arguments)
                .code());
    }
}
