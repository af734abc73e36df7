package org.hostelchat.launch;

/** A flag that is not understood: exit code 2, and a line that begins with {@code payara/start:}. */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongUse(String message) {
        super(message);
    }
}
