package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.hostelchat.csv.CsvRows;

/**
 * Writes CSV in the project's dialect. The header is written at once, so that an unusable output is noticed before
 * anything is done.
 */
final class CsvOutput implements Output {
    private final Writer out;
    private final List<Column> columns;
    private final CsvRows csv;

    /** @param forSpreadsheet whether to begin with a byte order mark */
    CsvOutput(Writer out, boolean forSpreadsheet, List<Column> columns) {
        this.out = out;
        this.columns = columns;
        try {
            csv = forSpreadsheet ? CsvRows.forSpreadsheet(out) : CsvRows.to(out);
            csv.row(columns.stream().map(Column::key).toList());
            flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void page(List<JsonObject> rows) {
        try {
            for (JsonObject row : rows) {
                csv.row(columns.stream()
                        .map(column -> column.exact().apply(row))
                        .toList());
            }
            flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() throws IOException {
        csv.flush();
        out.flush();
    }
}
