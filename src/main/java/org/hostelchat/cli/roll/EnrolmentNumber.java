package org.hostelchat.cli.roll;

import org.hostelchat.text.TextKey;

/** The server's rules for enrolment numbers. */
public final class EnrolmentNumber {
    private EnrolmentNumber() {}

    /** The form that the server stores: dashes, slashes and digits of any script or width become ASCII. */
    public static String normal(String typed) {
        return TextKey.plain(typed);
    }

    /**
     * Whether a number in normal form is valid. Slashes are sent unescaped in the API's paths, so numbers that would
     * change the path, such as {@code ..}, are not.
     */
    public static boolean isValid(String text) {
        return text.length() <= 32
                && text.matches("[A-Za-z0-9-]+(?:/[A-Za-z0-9-]+)*")
                && !text.matches("(?i).*/(?:password-reset|sign-in-code|sessions|mute)");
    }
}
