package org.hostelchat.refusal;

import java.text.Normalizer;

/**
 * What counts as text in this house: trimmed, in normal form C, line breaks kept as {@code \n}, without NUL, lone surrogates
 * and control characters other than newline and tab. Lengths are counted in Unicode code points.
 */
public final class PlainText {

    /** As many as Unicode's stream-safe format lets stand in a row. */
    private static final int MOST_MARKS = 30;

    private PlainText() {}

    /**
     * Returns the text as it will be stored.
     *
     * @param field the name of the input, for the violation
     * @param least fewest code points after trimming
     * @param most most code points after trimming
     * @throws Refusal.Unacceptable saying what is wrong with it
     */
    public static String check(String field, String text, int least, int most) {
        if (text == null) throw wrong(field, "Please fill this in.");
        // Longer than any form of an acceptable text: not worth normalising.
        if (text.length() > 8 * most + 1024) throw tooLong(field, text, most);
        if (hasPile(text)) {
            throw wrong(field, "There are too many accents on one letter. Please remove some.");
        }
        var tidy = Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .strip();
        if (tidy.codePoints().anyMatch(PlainText::isUnacceptable)) {
            throw wrong(field, "This contains characters that can't be shown. Please remove them.");
        }
        var length = tidy.codePointCount(0, tidy.length());
        if (length < least)
            throw wrong(field, length == 0 ? "Please write something." : "At least " + least + " characters, please.");
        if (length > most) throw tooLong(field, tidy, most);
        return tidy;
    }

    /** As something to look for: NUL, which not every database takes, becomes a sign that nothing stored has in it. */
    public static String searchable(String text) {
        return text.replace('\0', '\uFFFF');
    }

    /** As {@link #check}, for what fits on one line. */
    public static String checkLine(String field, String text, int least, int most) {
        var tidy = check(field, text, least, most);
        if (tidy.indexOf('\n') >= 0 || tidy.indexOf('\t') >= 0) {
            throw wrong(field, "This must be on one line, without tabs.");
        }
        return tidy;
    }

    /**
     * Whether many marks stand on one letter. No script piles up more than a few; normalising takes the square of their
     * number, and they cover the lines above.
     */
    private static boolean hasPile(String text) {
        var marks = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS) return true;
        }
        return false;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isUnacceptable(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') return false;
        var type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE || isNonCharacter(codePoint);
    }

    private static boolean isNonCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    private static Refusal tooLong(String field, String text, int most) {
        return wrong(
                field,
                "This has %,d characters, but at most %,d are possible. Please make it shorter."
                        .formatted(text.codePointCount(0, text.length()), most));
    }

    private static Refusal wrong(String field, String message) {
        return new Refusal.Unacceptable("unacceptable-text", field, message);
    }
}
