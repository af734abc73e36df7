package org.hostelchat.user;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.hostelchat.refusal.PlainText;

/** What a user's name may be: shown to everybody, and a login as long as only one person has it. */
public final class Names {

    public static final int LONGEST = 64;

    /** No form of an acceptable name has more {@code char}s, and to normalise a text takes the square of its length at worst. */
    private static final int WORTH_NORMALISING = 16 * LONGEST;

    private Names() {}

    /** The form that is stored: composed, without spaces around it; empty for null. What is far too long stays as it is. */
    public static String normal(String raw) {
        return raw == null ? "" : composed(raw).strip();
    }

    /** The form that logins and searches compare: letters' case and the width of spaces do not count. */
    public static String key(String name) {
        var spaced = PlainText.searchable(normal(name)).replaceAll("(?U)\\s+", " ");
        return composed(spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private static String composed(String text) {
        return text.length() > WORTH_NORMALISING ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** What is wrong with a name in its normal form, for people; empty if nothing. */
    public static Optional<String> problem(String name) {
        if (name.isEmpty()) return Optional.of("Please give a name.");
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of("A name has at most " + LONGEST + " characters.");
        }
        if (name.codePoints().anyMatch(Names::isForbidden)) {
            return Optional.of("A name must be on one line, without control characters.");
        }
        if (name.codePoints().noneMatch(Names::isVisible))
            return Optional.of("A name needs at least one visible letter.");
        if (name.codePoints().allMatch(Character::isDigit)) {
            return Optional.of("A name can't have only digits, because it would look like an enrolment number.");
        }
        return Optional.empty();
    }

    /** Control characters, lone surrogates, line separators, and what turns the direction of the text around the name. */
    public static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        };
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK -> false;
            default -> true;
        };
    }
}
