package org.hostelchat.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a file into rows of cells, whatever the separator. */
public final class Sheet {
    /**
     * A row that is not empty.
     *
     * @param line the line in the file at which it begins, from 1
     * @param number its number in a spreadsheet, from 1: an empty row counts, a cell of several lines counts once, and
     *     the line that names the separator is not shown there and does not count
     * @param cells the cells, cleaned
     */
    public record Row(int line, int number, List<String> cells, List<String> raw) {
        /** The cell in this column; empty if the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        public String raw(int column) {
            return column < raw.size() ? raw.get(column) : "";
        }
    }

    private static final String SEPARATORS = ",;\t|";

    /** A first line that tells Excel the separator. */
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\\A\"?sep=([^\"\r\n])\"?(\\r?\\n|\\r|\\z)", Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACE = Pattern.compile("line (\\d+)");

    private Sheet() {}

    /** The separators that may be meant; only the one that the file names, if it does. */
    public static String separators(String text) {
        Matcher named = SEPARATOR_LINE.matcher(text);
        return named.find() ? named.group(1) : SEPARATORS;
    }

    /** @throws SheetUnreadable if a quote is not closed or is followed by other text, or there are more rows */
    public static List<Row> read(String text, char separator, int mostRows) throws SheetUnreadable {
        Matcher named = SEPARATOR_LINE.matcher(text);
        int skipped = named.find() ? 1 : 0;
        String body = skipped == 0 ? text : text.substring(named.end());
        List<Row> rows = new ArrayList<>();
        int number = 0;
        try {
            for (CsvRecord each : reader(separator).ofCsvRecord(body)) {
                number++;
                List<String> cells =
                        each.getFields().stream().map(SheetCell::tidy).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    if (rows.size() == mostRows) throw new SheetUnreadable(SheetUnreadable.Kind.TOO_MANY_ROWS, 0);
                    rows.add(new Row((int) each.getStartingLineNumber() + skipped, number, cells, each.getFields()));
                }
            }
        } catch (CsvParseException e) {
            throw complaint(e, skipped);
        } catch (IllegalArgumentException e) {
            // A character that cannot separate cells.
            throw new SheetUnreadable(SheetUnreadable.Kind.NO_TEXT, 0);
        }
        return rows;
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static SheetUnreadable complaint(CsvParseException e, int skipped) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        int line = (place.find() ? Integer.parseInt(place.group(1)) : 1) + skipped;
        boolean open = String.valueOf(e.getCause() == null ? e : e.getCause().getMessage())
                .contains("Unclosed");
        return new SheetUnreadable(open ? SheetUnreadable.Kind.QUOTE_OPEN : SheetUnreadable.Kind.AFTER_QUOTE, line);
    }
}
