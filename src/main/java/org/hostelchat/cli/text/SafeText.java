package org.hostelchat.cli.text;

import java.util.Locale;

/**
 * Makes text of others safe for a terminal: it can be read, but cannot move the cursor, set a title or change the
 * direction of a line.
 */
public final class SafeText {
    private static final int REPLACEMENT = 0xFFFD;

    private SafeText() {}

    /** The text on one line; line breaks are shown as a symbol. Joiners stay, because Indic scripts and emoji need them. */
    public static String oneLine(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
                result.append('⏎');
            } else if (point == '\t') {
                result.append(' ');
            } else {
                result.appendCodePoint(isHarmless(point) ? point : REPLACEMENT);
            }
        });
        return result.toString();
    }

    /** JSON with all unsafe characters escaped. Only its strings can contain any. */
    public static String escaped(String json) {
        StringBuilder result = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (isHarmless(point)) {
                result.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    result.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return result.toString();
    }

    /** Whether a terminal only displays this code point: no control character, lone surrogate or direction mark. */
    public static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> !turnsDirection(point) && !(point >= 0xFFF9 && point <= 0xFFFB);
            default -> true;
        };
    }

    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
