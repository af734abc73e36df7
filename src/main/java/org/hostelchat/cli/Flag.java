package org.hostelchat.cli;

import java.util.List;
import org.hostelchat.cli.text.CliWords;

/**
 * A flag of a command.
 *
 * @param name with its dashes
 * @param value the placeholder of its value in capitals, or empty if it takes none; placeholders that begin with FILE
 *     or DIR stand for file names
 * @param words the message key after {@code flag.} of its help, and after {@code ask.} of its prompt
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

    /** What the register knows of somebody; each is called like the field of the API. */
    static final List<Flag> DETAILS = List.of(
            new Flag("--wing", "WING", "resident-wing"),
            new Flag("--floor", "FLOOR", "resident-floor"),
            new Flag("--room", "ROOM", "resident-room"),
            new Flag("--year", "YEAR", "resident-year"),
            new Flag("--course", "COURSE", "resident-course"),
            new Flag("--mess", "MESS", "resident-mess"),
            new Flag("--phone", "PHONE", "resident-phone"),
            new Flag("--until", "DAY", "resident-until"));

    /** The flags that every command accepts. */
    static final List<Flag> GLOBAL = List.of(URL, DATA, TOKEN, LANGUAGE, JSON, CSV, HELP, VERSION);

    boolean takesValue() {
        return !value.isEmpty();
    }

    /** Whether its value is a file name, which shells can complete. */
    boolean namesFile() {
        return value.startsWith("FILE") || value.startsWith("DIR");
    }

    /** The help text. */
    String help() {
        return CliWords.text("flag." + words);
    }

    /** The prompt that is shown if the flag is missing. */
    String question() {
        return CliWords.text("ask." + words);
    }

    /** The flag and its value's placeholder, for help texts. */
    String usage() {
        return takesValue() ? name + " " + value : name;
    }
}
