package org.hostelchat.text;

import java.text.Normalizer;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Validates texts that people write, and brings them into the form that is stored: normal form C, {@code \n} for line
 * breaks, no blank lines at either end, no blanks at the end of the text. At least one character must be visible; NUL,
 * lone surrogates and control characters other than newline and tab are refused. Blanks at the beginning of the first
 * line stay, because code and poems need them. Lengths are counted in code points.
 */
public final class PlainText {

    /** The most marks on one letter; the limit of Unicode's stream-safe text format. */
    private static final int MOST_MARKS = 30;

    private PlainText() {}

    /**
     * Returns the text as it will be stored.
     *
     * @param field the name of the input, for the violation
     * @param most the most code points, after trimming
     * @throws Refusal.Unacceptable saying what is wrong with it
     */
    public static String check(String field, String text, int most) {
        var tidy = withoutBlankEdges(checked(field, text, most));
        if (tidy.codePoints().anyMatch(PlainText::isUnacceptable)) {
            throw wrong(field, Phrase.of("text.not-shown"));
        }
        if (tidy.isEmpty()) throw wrong(field, Phrase.of("text.empty"));
        if (!Characters.showsSomething(tidy)) {
            throw wrong(field, Phrase.of("text.nothing-seen"));
        }
        if (tidy.codePointCount(0, tidy.length()) > most) throw tooLong(field, tidy, most);
        return tidy;
    }

    /**
     * As {@link #check}, for one line: blanks at the beginning are removed, and characters that change the direction of
     * the text after it are refused.
     */
    public static String checkLine(String field, String text, int most) {
        var tidy = Label.trimmed(check(field, text, most));
        if (tidy.codePoints().anyMatch(PlainText::breaksLine)) {
            throw wrong(field, Phrase.of("text.one-line"));
        }
        if (tidy.codePoints().anyMatch(Characters::turnsDirection)) {
            throw wrong(field, Phrase.of("text.turns-direction"));
        }
        return tidy;
    }

    private static String checked(String field, String text, int most) {
        if (text == null) throw wrong(field, Phrase.of("text.missing"));
        // Too long in any normal form: refuse it before normalising, which would be slow.
        if (text.length() > 8 * most + 1024) throw tooLong(field, text, most);
        if (hasTooManyMarks(text)) throw wrong(field, Phrase.of("text.too-many-marks"));
        return Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
    }

    private static String withoutBlankEdges(String text) {
        var end = text.length();
        while (end > 0 && Label.canBeTrimmed(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        var start = 0;
        for (var i = 0; i < end; ) {
            var c = text.codePointAt(i);
            if (!Label.canBeTrimmed(c)) break;
            i += Character.charCount(c);
            if (c != '\t' && Character.isISOControl(c)) start = i;
        }
        return text.substring(start, end);
    }

    /**
     * Whether a letter has too many marks. No script needs more than a few; normalising them takes quadratic time, and
     * they cover the lines above.
     */
    private static boolean hasTooManyMarks(String text) {
        var marks = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            marks = Characters.isMark(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS) return true;
        }
        return false;
    }

    private static boolean isUnacceptable(int c) {
        if (c == '\n' || c == '\t') return false;
        return Character.getType(c) == Character.CONTROL || Characters.isNoCharacter(c);
    }

    private static boolean breaksLine(int c) {
        return c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029;
    }

    private static Refusal tooLong(String field, String text, int most) {
        return wrong(field, Phrase.of("text.too-long", "count", text.codePointCount(0, text.length()), "most", most));
    }

    private static Refusal wrong(String field, Phrase message) {
        return new Refusal.Unacceptable("unacceptable-text", field, message);
    }
}
