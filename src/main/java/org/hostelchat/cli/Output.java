package org.hostelchat.cli;

import java.util.List;

/** How rows are shown. Rows come in pages and each page is written before the next is asked for, so that no list is too long. */
interface Output {
    void page(List<Json> rows);

    /** Makes room for rows that will come one at a time; as far as they are known. */
    default void expect(List<Json> rows) {}

    /** After the last page. */
    default void end() {}

    static Output of(Arguments arguments, Terminal terminal, List<Column> columns) {
        if (arguments.has(Flag.JSON)) {
            return new JsonOutput(terminal);
        }
        return arguments.has(Flag.CSV) ? new CsvOutput(terminal, columns) : new TableOutput(terminal, columns);
    }
}
