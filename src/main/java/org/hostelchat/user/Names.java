package org.hostelchat.user;

import java.util.Optional;
import org.hostelchat.language.Phrase;
import org.hostelchat.text.Characters;
import org.hostelchat.text.Label;
import org.hostelchat.text.TextKey;

/** The rules for names. A name is shown to everybody, and is a login if only one person has it. */
public final class Names {

    public static final int LONGEST = 64;

    public static final Phrase FORBIDDEN = Phrase.of("user.name-forbidden");

    private Names() {}

    /** The form that is stored, see {@link Label#tidy}. */
    public static String normal(String raw) {
        return Label.tidy(raw);
    }

    /** The form that logins are compared with, see {@link TextKey#comparing}. */
    public static String key(String name) {
        return TextKey.comparing(name);
    }

    /** What is wrong with a name in its normal form, for people; empty if nothing. */
    public static Optional<Phrase> problem(String name) {
        if (name.isEmpty()) return Optional.of(Phrase.of("user.name-missing"));
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of(Phrase.of("user.name-too-long", "most", LONGEST));
        }
        if (name.codePoints().anyMatch(Names::isForbidden)) return Optional.of(FORBIDDEN);
        if (!Characters.showsSomething(name)) return Optional.of(Phrase.of("user.name-unseen"));
        if (name.codePoints().allMatch(Character::isDigit)) {
            return Optional.of(Phrase.of("user.name-of-digits"));
        }
        return Optional.empty();
    }

    /**
     * Control characters, lone surrogates, line separators, and characters that change the direction of the text around
     * the name.
     */
    public static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> Characters.isNoCharacter(c) || Characters.turnsDirection(c);
        };
    }
}
