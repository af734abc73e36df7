package org.hostelchat.cli;

import org.hostelchat.cli.text.CliWords;

/** Ends a command with an exit code and a message of one or two lines that is ready to be printed. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final int status;
    private final boolean uncertain;

    private Failure(Exit exit, int status, String message) {
        this(exit, status, false, message);
    }

    private Failure(Exit exit, int status, boolean uncertain, String message) {
        super(message);
        this.exit = exit;
        this.status = status;
        this.uncertain = uncertain;
    }

    static Failure wrongUse(String message) {
        return new Failure(Exit.WRONG_USE, 0, message);
    }

    static Failure unreachable(String message) {
        return new Failure(Exit.UNREACHABLE, 0, message);
    }

    static Failure refused(String message) {
        return new Failure(Exit.REFUSED, 0, message);
    }

    /** Refused by the server with this HTTP status. */
    static Failure refused(int status, String message) {
        return new Failure(Exit.REFUSED, status, message);
    }

    /** The work was done, but some new passwords are known to nobody. */
    static Failure passwordsLost(String message) {
        return new Failure(Exit.PASSWORDS_LOST, 0, message);
    }

    static Failure interrupted() {
        return new Failure(Exit.INTERRUPTED, 0, CliWords.text("interrupted"));
    }

    /** The same failure, marked as uncertain: the call may have been carried out all the same. */
    Failure asUncertain() {
        return new Failure(exit, status, true, getMessage());
    }

    /** The same failure with another message. */
    Failure withMessage(String words) {
        return new Failure(exit, status, uncertain, words);
    }

    /** The note for uncertain failures, see {@link #asUncertain()}. */
    static String uncertainNote() {
        return CliWords.text("not-known");
    }

    Exit exit() {
        return exit;
    }

    /** Whether the server responded with this HTTP status. */
    boolean isStatus(int other) {
        return status == other;
    }

    /** Whether the call may have been carried out all the same. */
    boolean isUncertain() {
        return uncertain;
    }

    /** Whether every further call would fail in the same way: not signed in, not permitted, or the server unreachable. */
    boolean concernsEveryCall() {
        return exit != Exit.REFUSED || status == 401 || status == 403;
    }
}
