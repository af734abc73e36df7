package org.hostelchat.launch;

/**
 * The server can't start, or not now: the message is the one line that the operator sees before the process ends. It names
 * what is wrong and, where that is not plain, what to do.
 */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** As sysexits.h has them. Of these a supervisor tries the first two again, and not the third. */
    private static final int UNAVAILABLE = 69;

    private static final int SOFTWARE = 70;
    private static final int CONFIG = 78;

    private final int exitCode;

    private CannotStart(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A setting is wrong, or what it names will never do: somebody has to change something. */
    public CannotStart(String message) {
        this(message, CONFIG);
    }

    /** No setting is wrong, but what it names is not there, or not free, at the moment. */
    public static CannotStart forNow(String message) {
        return new CannotStart(message, UNAVAILABLE);
    }

    /** Something failed that nobody foresaw; the log says more. */
    public static CannotStart unforeseen(String message) {
        return new CannotStart(message, SOFTWARE);
    }

    public int exitCode() {
        return exitCode;
    }
}
