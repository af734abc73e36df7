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
 * Writes rows of CSV. Nothing is sure to have reached the writer below before {@link #flush}; that writer is never closed here. Not for
 * several threads.
 */
public final class CsvRows implements Flushable {

    /** Where it begins a file, spreadsheets read the file as UTF-8 instead of the code page of the machine. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Where a comma is the decimal sign, spreadsheets split at semicolons, and some split at tabs: quoted, neither splits a cell. */
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

    /** @param out encodes as UTF-8 */
    public static CsvRows to(Writer out) {
        return new CsvRows(CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(ALSO_OTHER_SEPARATORS)
                .build(out));
    }

    /**
     * As {@link #to}, with a byte order mark in front: for what a spreadsheet will open.
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
     * @param cells text, numbers, truth values, instants; null, or an {@code Optional} without a value, for an empty cell
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
