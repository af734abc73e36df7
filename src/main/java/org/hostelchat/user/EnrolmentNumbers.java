package org.hostelchat.user;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hostelchat.language.Phrase;
import org.hostelchat.text.TextKey;

/**
 * The rules for enrolment numbers, which the college assigns and which are unique. They are part of paths of the API,
 * slashes included, so forms that would change the path are refused.
 */
public final class EnrolmentNumbers {

    public static final int LONGEST = 32;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9/-]+");
    private static final Pattern AMBIGUOUS_PATH =
            Pattern.compile("/.*|.*/|.*//.*|.*/(?:password-reset|sign-in-code|sessions|mute)");

    private EnrolmentNumbers() {}

    /**
     * The form that is stored: without invisible characters, and with letters, digits, dashes and slashes of any script
     * or width in their plain form. Case is kept.
     */
    public static String normal(String raw) {
        return TextKey.plain(raw);
    }

    /** The form that is unique: case is ignored. Folded like names, because a login may be either. */
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
