package org.hostelchat.user;

import java.util.Optional;
import org.hostelchat.text.Characters;
import org.hostelchat.text.Label;
import org.hostelchat.text.TextKey;

/** What a user's name may be: shown to everybody, and a login as long as only one person has it. */
public final class Names {

    public static final int LONGEST = 64;

    public static final String FORBIDDEN =
            "A name must be on one line, without control characters and signs that turn words round.";

    private Names() {}

    /** The form that is stored, see {@link Label#tidy}. */
    public static String normal(String raw) {
        return Label.tidy(raw);
    }

    /** The form that logins compare, see {@link TextKey#comparing}. */
    public static String key(String name) {
        return TextKey.comparing(name);
    }

    /** What is wrong with a name in its normal form, for people; empty if nothing. */
    public static Optional<String> problem(String name) {
        if (name.isEmpty()) return Optional.of("Please give a name.");
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of("A name has at most " + LONGEST + " characters.");
        }
        if (name.codePoints().anyMatch(Names::isForbidden)) return Optional.of(FORBIDDEN);
        if (!Characters.showsSomething(name)) return Optional.of("A name needs at least one visible letter.");
        if (name.codePoints().allMatch(Character::isDigit)) {
            return Optional.of("A name can't have only digits, because it would look like an enrolment number.");
        }
        return Optional.empty();
    }

    /** Control characters, lone surrogates, line separators, and what turns the direction of the text around the name. */
    public static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> Characters.isNoCharacter(c) || Characters.turnsDirection(c);
        };
    }
}
