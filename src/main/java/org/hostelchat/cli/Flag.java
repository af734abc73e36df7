package org.hostelchat.cli;

import java.util.List;

/**
 * Something that can be said to a command.
 *
 * @param name with its dashes
 * @param value what follows it, in capitals, or empty if nothing does; what begins with FILE or DIR names a file
 * @param help what it is for; also makes the question when it is missing and somebody can be asked
 */
record Flag(String name, String value, String help) {
    static final Flag URL = new Flag(
            "--url", "URL", "the server (HOSTEL_URL; else the one of the data folder, else http://localhost:8080)");
    static final Flag DATA = new Flag(
            "--data",
            "DIR",
            "the server's data folder, for its address and operator key (HOSTEL_DATA; default ./data)");
    static final Flag TOKEN =
            new Flag("--token", "TOKEN", "an admin's token, instead of the operator key (HOSTEL_TOKEN)");
    static final Flag JSON = new Flag("--json", "", "print JSON");
    static final Flag CSV = new Flag("--csv", "", "print CSV that a spreadsheet opens safely");
    static final Flag HELP = new Flag("--help", "", "say how a command is used");
    static final Flag VERSION = new Flag("--version", "", "say which version this is");

    static final Flag NAME = new Flag("--name", "NAME", "name, as everybody will see it");
    static final Flag ENROLMENT = new Flag("--enrolment", "NUMBER", "enrolment number");
    static final Flag YES = new Flag("--yes", "", "do not ask");
    static final Flag PASSWORD_STDIN =
            new Flag("--password-stdin", "", "read the password from the first line of the standard input");

    /** Those that every command takes. */
    static final List<Flag> GLOBAL = List.of(URL, DATA, TOKEN, JSON, CSV, HELP, VERSION);

    boolean takesValue() {
        return !value.isEmpty();
    }

    /** Whether its value is the name of a file or folder, which a shell can complete. */
    boolean namesFile() {
        return value.startsWith("FILE") || value.startsWith("DIR");
    }

    /** What somebody is asked when the flag is missing. */
    String question() {
        return Character.toUpperCase(help.charAt(0)) + help.substring(1) + ":";
    }

    /** The flag with what follows it, for help texts. */
    String usage() {
        return takesValue() ? name + " " + value : name;
    }
}
