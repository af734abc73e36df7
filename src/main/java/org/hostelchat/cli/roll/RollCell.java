package org.hostelchat.cli.roll;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a cell, without what a spreadsheet or a web page put around it unseen. */
final class RollCell {
    /** By {@code ="0123"} and by {@code '0123} people keep spreadsheets from reading a number. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"]*)\"|'([=+@-].*)", Pattern.DOTALL);

    /** They end a word that is written with the joiner after them, as in Malayalam. */
    private static final String VIRAMAS = "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA";

    private RollCell() {}

    /**
     * On one line, composed, with single blanks, none at the ends. Invisible characters go, but for what makes other letters of their
     * neighbours: joiners within a word, and what turns the direction, which is left for a check to refuse.
     */
    static String tidy(String cell) {
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

    /** An enrolment number: also without a text sign in front, and in plain letters where they are wide. */
    static String number(String cell) {
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
            // Soft hyphen, marks of direction, zero-width space, word joiner and its kind, byte order mark.
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

    /** Joiners at the end of a word join nothing, except after a virama. */
    private static void dropJoiners(StringBuilder text) {
        int end = text.length();
        while (end > 0 && isJoiner(text.charAt(end - 1))) {
            end--;
        }
        boolean meant = end > 0 && end < text.length() && VIRAMAS.indexOf(text.charAt(end - 1)) >= 0;
        text.setLength(meant ? end + 1 : end);
    }
}
