package org.hostelchat.launch;

/** The command line is wrong: exit code 2, and a line that begins with {@code payara/start:}. */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongUse(String message) {
        super(message);
    }
}
