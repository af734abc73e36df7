package org.hostelchat.platform;

/**
 * A setting is wrong, or the database is not one to start on: the message is the one line that the operator sees before the
 * program stops.
 */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** As sysexits.h has them: a supervisor tries the latter again, and not the former. */
    private static final int CONFIG = 78;

    private static final int UNAVAILABLE = 69;

    private final int exitCode;

    CannotStart(String message) {
        this(message, CONFIG);
    }

    private CannotStart(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** No setting is wrong, but what it names is not there at the moment. */
    static CannotStart forNow(String message) {
        return new CannotStart(message, UNAVAILABLE);
    }

    int exitCode() {
        return exitCode;
    }
}
