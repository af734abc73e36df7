package org.hostelchat.text;

import java.text.Normalizer;

/** Short one-line texts: names, numbers, the purpose of a token. */
public final class Label {

    /** Longer texts are not normalised, because that takes quadratic time at worst and none of them is acceptable. */
    static final int WORTH_NORMALISING = 1024;

    private Label() {}

    /**
     * The form that is stored: normal form C, one ordinary space between words, and no invisible characters around or
     * within words, such as the no-break and zero-width spaces that are copied from spreadsheets and web pages. Joiners
     * within Indian and Arabic words and emoji stay, because they are visible in their effect. Line breaks and tabs
     * between words and characters that change the direction of text stay too: validation refuses them, rather than
     * losing them silently.
     *
     * @return empty for null
     */
    public static String tidy(String raw) {
        if (raw == null) return "";
        if (raw.length() > WORTH_NORMALISING) return raw.strip();
        var tidy = new StringBuilder(raw.length());
        trimmed(Normalizer.normalize(raw, Normalizer.Form.NFC)).codePoints().forEach(c -> append(tidy, c));
        dropIdleJoiners(tidy);
        return tidy.toString();
    }

    /** The text without spaces and invisible characters at its ends. Joiners stay. */
    static String trimmed(String text) {
        var seen = text.codePoints()
                .dropWhile(Label::canBeTrimmed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        while (!seen.isEmpty() && canBeTrimmed(seen.codePointBefore(seen.length()))) dropLast(seen);
        return seen.toString();
    }

    static boolean canBeTrimmed(int c) {
        return Characters.isSpace(c) || isUnseen(c);
    }

    private static boolean isUnseen(int c) {
        return Characters.isDefaultIgnorable(c) && !Characters.isJoinerOrVariant(c) && !Characters.turnsDirection(c);
    }

    private static void append(StringBuilder tidy, int c) {
        if (Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR) tidy.appendCodePoint(c);
        else if (Characters.isSpace(c)) {
            dropIdleJoiners(tidy);
            if (!endsWithSpace(tidy)) tidy.append(' ');
        } else if (Characters.isJoinerOrVariant(c)) {
            if (!endsWithSpace(tidy)) tidy.appendCodePoint(c);
        } else if (!isUnseen(c)) tidy.appendCodePoint(c);
    }

    private static boolean endsWithSpace(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == ' ';
    }

    /** Removes joiners at the end of a word, where they have an effect only after a mark, such as a virama. */
    private static void dropIdleJoiners(StringBuilder text) {
        while (!text.isEmpty() && Characters.isJoiner(text.codePointBefore(text.length()))) {
            var before = text.length() - 1;
            if (before > 0 && Characters.isMark(text.codePointBefore(before))) return;
            dropLast(text);
        }
    }

    private static void dropLast(StringBuilder text) {
        text.setLength(text.length() - Character.charCount(text.codePointBefore(text.length())));
    }
}
