package org.hostelchat.csv;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** Converts a value to the text of one cell, before quoting. */
final class CsvCell {

    private static final int REPLACEMENT = 0xFFFD;

    /** Tabs and line breaks too: some spreadsheets drop them and interpret what follows. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private static final int MINUS_SIGN = 0x2212;

    private CsvCell() {}

    /**
     * Text that begins like a formula gets an apostrophe in front, so that spreadsheets show it as text. Control
     * characters become U+FFFD. Numbers stay as they are, negative ones too; instants become ISO 8601 in UTC, truncated
     * to milliseconds.
     */
    static String of(Object value) {
        if (value == null) return "";
        if (value instanceof Optional<?> optional) return of(optional.orElse(null));
        if (value instanceof Instant time)
            return time.truncatedTo(ChronoUnit.MILLIS).toString();
        if (value instanceof Number || value instanceof Boolean) return value.toString();
        var text = withoutControls(value.toString());
        return beginsLikeFormula(text) ? "'" + text : text;
    }

    private static String withoutControls(String text) {
        if (text.chars().noneMatch(CsvCell::isUnwanted)) return text;
        var clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isUnwanted(c) ? REPLACEMENT : c).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isUnwanted(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
    }

    private static boolean beginsLikeFormula(String text) {
        var first = firstThatCounts(text);
        return first.isPresent() && isFormulaStart(first.getAsInt());
    }

    /**
     * The first character that is neither blank nor invisible: programs skip some of those before they look for a
     * formula.
     */
    private static OptionalInt firstThatCounts(String text) {
        return text.codePoints().dropWhile(CsvCell::isSkipped).findFirst();
    }

    private static boolean isSkipped(int c) {
        return switch (Character.getType(c)) {
            // Zero-width space, word joiner, soft hyphen, byte order mark, joiners, direction marks.
            case Character.FORMAT, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Variation selectors and the grapheme joiner among them: a mark at the beginning is invisible.
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> isBlankLetter(c);
        };
    }

    /** Blank Braille pattern, Hangul fillers. */
    private static boolean isBlankLetter(int c) {
        return c == 0x2800 || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    /**
     * Includes full-width, small, superscript and subscript forms: spreadsheets accept some of them for East Asian
     * input.
     */
    private static boolean isFormulaStart(int c) {
        var plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return c == MINUS_SIGN || FORMULA_STARTS.indexOf(plain.codePointAt(0)) >= 0;
    }
}
