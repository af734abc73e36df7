package org.hostelchat.text;

import java.text.Normalizer;

/** Short texts on one line by which people know something: names, numbers, what a token is for. */
public final class Label {

    /** Longer ones stay as they are: to normalise a text takes the square of its length at worst, and none is acceptable. */
    static final int WORTH_NORMALISING = 1024;

    private Label() {}

    /**
     * The form that is stored: composed, with one ordinary space between words, and without what can't be seen around or within
     * them, such as the no-break and zero-width spaces that come along from spreadsheets and web pages. Joiners within Indian
     * and Arabic words and emoji stay, for they change what is seen. Line breaks and tabs between words stay too, and so does
     * what turns the direction of text: both are to be refused rather than lost.
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

    /** Without what can't be seen at its ends, but for joiners. */
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

    /** A joiner at the end of a word says something after a mark, such as a virama, and nothing after anything else. */
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
