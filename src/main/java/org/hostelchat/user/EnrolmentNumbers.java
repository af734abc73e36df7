package org.hostelchat.user;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.text.TextKey;

/**
 * What an enrolment number may be: the college gives them, and nobody shares one. They stand in the paths of the API, slashes
 * included, which is why some forms of slashes are refused.
 */
public final class EnrolmentNumbers {

    public static final int LONGEST = 32;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9/-]+");
    private static final Pattern AMBIGUOUS_PATH = Pattern.compile("/.*|.*/|.*//.*|.*/(?:password-reset|sessions)");

    private EnrolmentNumbers() {}

    /**
     * The form that is stored: without what can't be seen, and with the plain form of letters, digits, dashes and slashes, in
     * whichever script or width they were typed. Letters' case stays.
     */
    public static String normal(String raw) {
        return TextKey.plain(raw);
    }

    /** The form that is unique: letters' case does not count. Folded as names are, since a login may be either. */
    public static String key(String enrolmentNumber) {
        return Names.key(enrolmentNumber);
    }

    /** What is wrong with a number in its normal form, for people; empty if nothing. */
    public static Optional<String> problem(String number) {
        if (number.isEmpty()) return Optional.of("Please give the enrolment number.");
        if (number.codePointCount(0, number.length()) > LONGEST) {
            return Optional.of("An enrolment number has at most " + LONGEST + " characters.");
        }
        if (!FORM.matcher(number).matches()) {
            return Optional.of("An enrolment number has only the letters A to Z, digits, '-' and '/'.");
        }
        if (AMBIGUOUS_PATH.matcher(key(number)).matches()) {
            return Optional.of("An enrolment number can't begin or end with '/', have '//' in it, or end in"
                    + " '/password-reset' or '/sessions'.");
        }
        return Optional.empty();
    }
}
