package org.hostelchat.cli.roll;

/** A roll cannot be read or has errors. The message consists of lines for the office that say what to correct. */
public final class RollUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    RollUnreadable(String message) {
        super(message);
    }
}
