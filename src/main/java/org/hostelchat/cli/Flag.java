package org.hostelchat.cli;

import java.util.List;
import org.hostelchat.cli.text.CliWords;

/**
 * Something that can be said to a command.
 *
 * @param name with its dashes
 * @param value what follows it, in capitals, or empty if nothing does; what begins with FILE or DIR names a file
 * @param words the key of what it is for, after {@code flag.}; what somebody is asked who left it out stands under {@code ask.}
 */
record Flag(String name, String value, String words) {
    static final Flag URL = new Flag("--url", "URL", "url");
    static final Flag DATA = new Flag("--data", "DIR", "data");
    static final Flag TOKEN = new Flag("--token", "TOKEN", "token");
    static final Flag LANGUAGE = new Flag("--language", "CODE", "language");
    static final Flag JSON = new Flag("--json", "", "json");
    static final Flag CSV = new Flag("--csv", "", "csv");
    static final Flag HELP = new Flag("--help", "", "help");
    static final Flag VERSION = new Flag("--version", "", "version");

    static final Flag NAME = new Flag("--name", "NAME", "name");
    static final Flag ENROLMENT = new Flag("--enrolment", "NUMBER", "enrolment");
    static final Flag YES = new Flag("--yes", "", "yes");
    static final Flag PASSWORD_STDIN = new Flag("--password-stdin", "", "password-stdin");

    /** Those that every command takes. */
    static final List<Flag> GLOBAL = List.of(URL, DATA, TOKEN, LANGUAGE, JSON, CSV, HELP, VERSION);

    boolean takesValue() {
        return !value.isEmpty();
    }

    /** Whether its value is the name of a file or folder, which a shell can complete. */
    boolean namesFile() {
        return value.startsWith("FILE") || value.startsWith("DIR");
    }

    /** What it is for. */
    String help() {
        return CliWords.text("flag." + words);
    }

    /** What somebody is asked when the flag is missing. */
    String question() {
        return CliWords.text("ask." + words);
    }

    /** The flag with what follows it, for help texts. */
    String usage() {
        return takesValue() ? name + " " + value : name;
    }
}
