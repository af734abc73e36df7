package org.hostelchat.cli.roll;

/** A roll can't be read, or can't be right. The message is plain lines for the office, saying what to mend. */
public final class RollUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    RollUnreadable(String message) {
        super(message);
    }
}
