package org.hostelchat.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** CSV as RFC 4180 has it, with cells that begin like a formula made harmless: a spreadsheet would run them. */
final class CsvOutput implements Output {
    /** Full-width forms among them. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String NEEDS_QUOTES = "\",\r\n\t;";

    private final Terminal terminal;
    private final List<Column> columns;

    CsvOutput(Terminal terminal, List<Column> columns) {
        this.terminal = terminal;
        this.columns = columns;
        line(Column::key);
    }

    @Override
    public void page(List<Json> rows) {
        rows.forEach(row -> line(column -> column.exact().apply(row)));
        terminal.flush();
    }

    private void line(Function<Column, String> cell) {
        terminal.print(columns.stream().map(cell).map(CsvOutput::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(String text) {
        String clean = clean(text);
        String safe = looksLikeFormula(clean) ? "'" + clean : clean;
        boolean plain = safe.chars().noneMatch(letter -> NEEDS_QUOTES.indexOf(letter) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Some programs skip blanks before they look. */
    private static boolean looksLikeFormula(String text) {
        OptionalInt first = text.codePoints()
                .dropWhile(point -> Character.isSpaceChar(point) || point == 0xFEFF)
                .findFirst();
        return first.isPresent() && FORMULA_STARTS.indexOf(first.getAsInt()) >= 0;
    }

    private static String clean(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean kept = point == '\n' || point == '\t' || point == '\r' || !Character.isISOControl(point);
            result.appendCodePoint(kept ? point : 0xFFFD);
        });
        return result.toString();
    }
}
