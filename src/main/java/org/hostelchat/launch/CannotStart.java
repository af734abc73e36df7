package org.hostelchat.launch;

/**
 * The server cannot start, or not now. The message is the one line that the operator sees before the process ends: it
 * names the cause and, unless that is obvious, what to do.
 */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Exit codes of sysexits.h. A supervisor retries after the first two, but not after the third. */
    private static final int UNAVAILABLE = 69;

    private static final int SOFTWARE = 70;
    private static final int CONFIG = 78;

    private final int exitCode;

    private CannotStart(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A setting is wrong, or refers to something that can never work: the operator must change something. */
    public CannotStart(String message) {
        this(message, CONFIG);
    }

    /** The settings are valid, but something that they refer to is missing or in use at the moment. */
    public static CannotStart forNow(String message) {
        return new CannotStart(message, UNAVAILABLE);
    }

    /** An unexpected failure; the log has details. */
    public static CannotStart unforeseen(String message) {
        return new CannotStart(message, SOFTWARE);
    }

    public int exitCode() {
        return exitCode;
    }
}
