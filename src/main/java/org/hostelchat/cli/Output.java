package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * How rows are shown. Rows come in pages and each page is written and flushed before the next is asked for, so that no list is too long. All
 * methods throw {@link java.io.UncheckedIOException} if the output takes no more.
 */
interface Output {
    void page(List<JsonObject> rows);

    /** Makes room for rows that will come one at a time; as far as they are known. */
    default void expect(List<JsonObject> rows) {}

    /** After the last page. */
    default void end() {}

    /** Rows on the standard output, in the form that was asked for. */
    static Output of(Arguments arguments, Terminal terminal, List<Column> columns) {
        if (arguments.has(Flag.JSON)) {
            return new JsonOutput(terminal.out());
        }
        return arguments.has(Flag.CSV)
                ? new CsvOutput(terminal.out(), terminal.writesToFile(), columns)
                : new TableOutput(terminal.out(), columns);
    }
}
