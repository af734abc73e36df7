package org.hostelchat.cli;

import org.hostelchat.cli.text.CliWords;

/** Ends a command with a word to the person who called it. Its message is one or two plain lines, ready to print. */
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

    /** Refused by the server, with its HTTP status. */
    static Failure refused(int status, String message) {
        return new Failure(Exit.REFUSED, status, message);
    }

    /** What was done was done, but new passwords are known to nobody. */
    static Failure passwordsLost(String message) {
        return new Failure(Exit.PASSWORDS_LOST, 0, message);
    }

    static Failure interrupted() {
        return new Failure(Exit.INTERRUPTED, 0, CliWords.text("interrupted"));
    }

    /** The same failure, of a call that may have been carried out all the same. */
    Failure leavingOpen() {
        return new Failure(exit, status, true, getMessage());
    }

    /** The same failure in other words. */
    Failure saying(String words) {
        return new Failure(exit, status, uncertain, words);
    }

    /** What to say of a call that {@link #leavingOpen()} is for. */
    static String open() {
        return CliWords.text("not-known");
    }

    Exit exit() {
        return exit;
    }

    /** Whether the server said so with this HTTP status. */
    boolean isStatus(int other) {
        return status == other;
    }

    /** Whether what was asked for may have been done all the same. */
    boolean isUncertain() {
        return uncertain;
    }

    /** Whether the same would happen to every further call: not signed in, not allowed, or nobody there. */
    boolean concernsEveryCall() {
        return exit != Exit.REFUSED || status == 401 || status == 403;
    }
}
