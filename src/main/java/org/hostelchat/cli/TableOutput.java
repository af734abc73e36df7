package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.hostelchat.cli.text.DisplayWidth;
import org.hostelchat.cli.text.SafeText;

/** A table for people. Column widths fit the pages so far; the last column is not limited. */
final class TableOutput implements Output {
    private static final String GAP = "  ";

    private final Writer out;
    private final List<Column> columns;
    private final int[] widths;
    private boolean headed;

    TableOutput(Writer out, List<Column> columns) {
        this.out = out;
        this.columns = columns;
        this.widths = columns.stream()
                .mapToInt(column -> DisplayWidth.of(column.heading()))
                .toArray();
    }

    @Override
    public void page(List<JsonObject> rows) {
        List<List<String>> cells = rows.stream().map(this::cells).toList();
        cells.forEach(this::fit);
        try {
            head();
            for (List<String> row : cells) {
                line(row);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void expect(List<JsonObject> rows) {
        rows.stream().map(this::cells).forEach(this::fit);
    }

    private void fit(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            widths[i] = Math.max(widths[i], DisplayWidth.of(cells.get(i)));
        }
    }

    private void head() throws IOException {
        if (!headed) {
            headed = true;
            line(columns.stream().map(Column::heading).toList());
        }
    }

    private List<String> cells(JsonObject row) {
        return columns.stream()
                .map(column -> SafeText.oneLine(column.plain().apply(row)))
                .toList();
    }

    private void line(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i));
            if (i < cells.size() - 1) {
                line.append(" ".repeat(widths[i] - DisplayWidth.of(cells.get(i))))
                        .append(GAP);
            }
        }
        out.write(line.toString().stripTrailing() + "\n");
    }
}
