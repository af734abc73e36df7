package org.hostelchat.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes rows of CSV. Rows may be buffered until {@link #flush}. Never closes the writer that it writes to. Not
 * thread-safe.
 */
public final class CsvRows implements Flushable {

    /** At the start of a file, makes spreadsheets read it as UTF-8 instead of the system's code page. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Quotes cells with semicolons or tabs too: spreadsheets split at semicolons where a comma is the decimal sign, and
     * some split at tabs.
     */
    private static final QuoteStrategy ALSO_OTHER_SEPARATORS = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
    };

    private final CsvWriter csv;

    private CsvRows(CsvWriter csv) {
        this.csv = csv;
    }

    /**
     * Writes without a byte order mark.
     *
     * @param out encodes as UTF-8
     */
    public static CsvRows to(Writer out) {
        return new CsvRows(CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(ALSO_OTHER_SEPARATORS)
                .build(out));
    }

    /**
     * As {@link #to}, with a byte order mark, for files that a spreadsheet will open.
     *
     * @param out encodes as UTF-8
     * @throws IOException of the writer
     */
    public static CsvRows forSpreadsheet(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        return to(out);
    }

    /**
     * Writes one row.
     *
     * @param cells text, numbers, booleans, instants; null or an empty {@code Optional} for an empty cell
     * @throws IOException of the writer
     */
    public void row(List<?> cells) throws IOException {
        try {
            csv.writeRecord(cells.stream().map(CsvCell::of).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }
}
