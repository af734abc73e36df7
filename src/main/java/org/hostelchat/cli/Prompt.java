package org.hostelchat.cli;

import java.io.Console;

/** Asks the person at the terminal. Answers are null if they closed the input. */
interface Prompt {
    String line(String question);

    /** Asks without showing what is typed. */
    String secret(String question);

    /** The process's terminal, or null if input or output is a file or a pipe. */
    @SuppressWarnings(
            "SystemConsoleNull") // the script makes newer JVMs use the console of java.base, which is null in that case
    // as well
    static Prompt system() {
        Console console = System.console();
        return console == null ? null : new AtConsole(console);
    }

    /** @param console the JVM's console */
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
