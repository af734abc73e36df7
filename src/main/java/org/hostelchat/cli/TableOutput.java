package org.hostelchat.cli;

import java.util.List;

/** Columns for people. They are as wide as the pages so far need; the last one may be as long as it likes. */
final class TableOutput implements Output {
    private static final String GAP = "  ";

    private final Terminal terminal;
    private final List<Column> columns;
    private final int[] widths;
    private boolean headed;

    TableOutput(Terminal terminal, List<Column> columns) {
        this.terminal = terminal;
        this.columns = columns;
        this.widths = columns.stream()
                .mapToInt(column -> DisplayWidth.of(column.heading()))
                .toArray();
    }

    @Override
    public void page(List<Json> rows) {
        List<List<String>> cells = rows.stream().map(this::cells).toList();
        cells.forEach(this::fit);
        head();
        cells.forEach(this::line);
        terminal.flush();
    }

    @Override
    public void expect(List<Json> rows) {
        rows.stream().map(this::cells).forEach(this::fit);
    }

    private void fit(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            widths[i] = Math.max(widths[i], DisplayWidth.of(cells.get(i)));
        }
    }

    private void head() {
        if (!headed) {
            headed = true;
            line(columns.stream().map(Column::heading).toList());
        }
    }

    private List<String> cells(Json row) {
        return columns.stream()
                .map(column -> SafeText.oneLine(column.plain().apply(row)))
                .toList();
    }

    private void line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i));
            if (i < cells.size() - 1) {
                line.append(" ".repeat(widths[i] - DisplayWidth.of(cells.get(i))))
                        .append(GAP);
            }
        }
        terminal.print(line.toString().stripTrailing() + "\n");
    }
}
