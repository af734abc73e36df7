package org.hostelchat.cli;

import java.io.Console;

/** Somebody at a terminal who can be asked. Null answers mean that they closed the input. */
interface Prompt {
    String line(String question);

    /** Asks without showing what is typed. */
    String secret(String question);

    /** The terminal this program runs at, or null if input or output is a file or a pipe. */
    @SuppressWarnings(
            "SystemConsoleNull") // the script asks newer JVMs for the console of java.base, which is null then too
    static Prompt system() {
        Console console = System.console();
        return console == null ? null : new AtConsole(console);
    }

    /** @param console the JVM's own */
    record AtConsole(Console console) implements Prompt {
        @Override
        public String line(String question) {
            return console.readLine("%s", question);
        }

        @Override
        public String secret(String question) {
            char[] typed = console.readPassword("%s", question);
            return typed == null ? null : new String(typed);
        }
    }
}
