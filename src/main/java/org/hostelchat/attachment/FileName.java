package org.hostelchat.attachment;

import java.text.Normalizer;
import org.hostelchat.text.Characters;
import org.hostelchat.text.Label;

/** The name under which a file is shown and downloaded. Never a path on the server: there files have the names of their hashes. */
final class FileName {

    /** In code points. File systems take 255 bytes, which are fewer letters in most scripts. */
    static final int LONGEST = 120;

    private static final int LONGEST_EXTENSION = 12;

    private static final String NAMELESS = "file";

    private FileName() {}

    /**
     * The last part of what a program gives as a name, without anything that can't be seen, breaks a line or turns the direction of text; cut in
     * the middle, so that its extension stays.
     *
     * @param given null for none
     */
    static String of(String given) {
        if (given == null) return NAMELESS;
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        // Normalising takes the square of a length.
        if (last.length() > 8 * LONGEST)
            last = last.substring(0, 4 * LONGEST) + last.substring(last.length() - 4 * LONGEST);
        var clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileName::isKept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var name = shortened(Label.tidy(clean));
        return name.isEmpty()
                        || !Characters.showsSomething(name)
                        || name.chars().allMatch(c -> c == '.')
                ? NAMELESS
                : name;
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !Characters.turnsDirection(c);
        };
    }

    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= LONGEST) return name;
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        var kept = LONGEST - 1 - extension.codePointCount(0, extension.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)).strip() + "…" + extension;
    }
}
