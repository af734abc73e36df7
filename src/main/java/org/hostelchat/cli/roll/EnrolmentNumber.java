package org.hostelchat.cli.roll;

import org.hostelchat.text.TextKey;

/** What the server takes for an enrolment number. */
public final class EnrolmentNumber {
    private EnrolmentNumber() {}

    /** The form that the server stores: dashes, slashes and digits of whatever script or width as the plain ones. */
    public static String normal(String typed) {
        return TextKey.plain(typed);
    }

    /** Of a number in its normal form, as the server has it: slashes stand in paths as they are, so what would name another path is no number. */
    public static boolean isValid(String text) {
        return text.length() <= 32
                && text.matches("[A-Za-z0-9-]+(?:/[A-Za-z0-9-]+)*")
                && !text.matches("(?i).*/(?:password-reset|sessions)");
    }
}
