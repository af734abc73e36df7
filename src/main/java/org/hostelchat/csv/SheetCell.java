package org.hostelchat.csv;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cleans the text of a cell from what spreadsheets and web pages add invisibly. */
public final class SheetCell {
    /** With {@code ="0123"} or {@code '0123} people keep a spreadsheet from converting a number. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"]*)\"|'([=+@-].*)", Pattern.DOTALL);

    /** A joiner at the end of a word is meaningful after these, as in Malayalam. */
    private static final String VIRAMAS = "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA";

    private SheetCell() {}

    /**
     * The text on one line, in normal form C, with single blanks and none at the ends. Invisible characters are
     * removed, except joiners within a word, which change letters, and direction marks, which the check refuses.
     */
    public static String tidy(String cell) {
        String composed = Normalizer.normalize(cell, Normalizer.Form.NFC);
        StringBuilder result = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> {
            if (isBlank(point)) {
                dropJoiners(result);
                if (!result.isEmpty() && result.charAt(result.length() - 1) != ' ') {
                    result.append(' ');
                }
            } else if (!isInvisible(point) && !(isJoiner(point) && endsBlank(result))) {
                result.appendCodePoint(point);
            }
        });
        dropJoiners(result);
        String tidy = result.toString().strip();
        Matcher kept = KEPT_AS_TEXT.matcher(tidy);
        return kept.matches() ? (kept.group(1) != null ? kept.group(1) : kept.group(2)).strip() : tidy;
    }

    /** The cell as an enrolment number: without a text sign in front, and with ASCII characters for full-width ones. */
    public static String number(String cell) {
        String tidy = Normalizer.normalize(tidy(cell), Normalizer.Form.NFKC).replaceAll("[\u200C\u200D]", "");
        return tidy.startsWith("'") ? tidy.substring(1).strip() : tidy;
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || point == 0x85
                || point == 0x2800
                || point == 0x3164;
    }

    private static boolean isInvisible(int point) {
        return switch (point) {
            // Soft hyphen, direction marks, zero-width space, word joiner and other invisible operators, byte order
            // mark.
            case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF -> true;
            default -> false;
        };
    }

    private static boolean isJoiner(int point) {
        return point == 0x200C || point == 0x200D;
    }

    private static boolean endsBlank(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == ' ';
    }

    /** Removes joiners at the end of a word, where they have no effect except after a virama. */
    private static void dropJoiners(StringBuilder text) {
        int end = text.length();
        while (end > 0 && isJoiner(text.charAt(end - 1))) {
            end--;
        }
        boolean meant = end > 0 && end < text.length() && VIRAMAS.indexOf(text.charAt(end - 1)) >= 0;
        text.setLength(meant ? end + 1 : end);
    }
}
