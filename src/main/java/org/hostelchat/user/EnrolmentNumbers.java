package org.hostelchat.user;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;
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
    public static Optional<Phrase> problem(String number) {
        if (number.isEmpty()) return Optional.of(Phrase.of("user.number-missing"));
        if (number.codePointCount(0, number.length()) > LONGEST) {
            return Optional.of(Phrase.of("user.number-too-long", "most", LONGEST));
        }
        if (!FORM.matcher(number).matches()) {
            return Optional.of(Phrase.of("user.number-form"));
        }
        if (AMBIGUOUS_PATH.matcher(key(number)).matches()) {
            return Optional.of(Phrase.of("user.number-path"));
        }
        return Optional.empty();
    }
}
