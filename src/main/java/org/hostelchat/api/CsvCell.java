package org.hostelchat.api;

import java.time.Instant;
import java.util.Optional;

/** One cell of a CSV file. */
final class CsvCell {

    /** What makes a spreadsheet take a cell for a formula, full-width forms among them. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final String NEEDS_QUOTES = "\",\r\n\t;";

    private CsvCell() {}

    /** Text that begins like a formula gets an apostrophe in front, by which spreadsheets show it as text. */
    static String of(Object value) {
        if (value == null) return "";
        if (value instanceof Optional<?> optional) return of(optional.orElse(null));
        if (value instanceof Field<?> field) return of(field.value());
        if (value instanceof Instant time) return Long.toString(time.toEpochMilli());
        if (value instanceof Number || value instanceof Boolean) return value.toString();
        var text = value.toString();
        if (looksLikeFormula(text)) text = "'" + text;
        return text.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static boolean looksLikeFormula(String text) {
        // Some programs skip blanks before they look.
        var seen = text.codePoints()
                .dropWhile(c -> c == 0xa0 || c == 0xfeff || Character.isSpaceChar(c))
                .findFirst();
        return seen.isPresent() && FORMULA_STARTS.indexOf(seen.getAsInt()) >= 0;
    }
}
