package org.hostelchat.text;

import java.text.Normalizer;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * What people may write: in normal form C, line breaks kept as {@code \n}, no blank lines around it and no blanks after it, something
 * to be seen in it, and no NUL, lone surrogates and control characters other than newline and tab. The blanks with which the first
 * line begins stay, as code and poems need them. Lengths are counted in Unicode code points.
 */
public final class PlainText {

    /** As many as Unicode's stream-safe format lets stand in a row. */
    private static final int MOST_MARKS = 30;

    private PlainText() {}

    /**
     * Returns the text as it will be stored.
     *
     * @param field the name of the input, for the violation
     * @param most most code points after trimming
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
     * As {@link #check}, for what fits on one line: without blanks before it, and without what would turn the direction of the
     * text that stands after it.
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
        // Longer than any form of an acceptable text: not worth normalising.
        if (text.length() > 8 * most + 1024) throw tooLong(field, text, most);
        if (hasPile(text)) throw wrong(field, Phrase.of("text.too-many-marks"));
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
     * Whether many marks stand on one letter. No script piles up more than a few; normalising takes the square of their
     * number, and they cover the lines above.
     */
    private static boolean hasPile(String text) {
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
