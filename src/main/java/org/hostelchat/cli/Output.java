package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * Formats rows for the output. Rows arrive in pages; each page is written and flushed before the next one is requested,
 * so that lists of any length need little memory. All methods throw {@link java.io.UncheckedIOException} if the output
 * cannot be written.
 */
interface Output {
    void page(List<JsonObject> rows);

    /** Announces rows that will be written one at a time, for choosing column widths. */
    default void expect(List<JsonObject> rows) {}

    /** Called after the last page. */
    default void end() {}

    /** An output to the standard output in the requested format. */
    static Output of(Arguments arguments, Terminal terminal, List<Column> columns) {
        if (arguments.has(Flag.JSON)) {
            return new JsonOutput(terminal.out());
        }
        return arguments.has(Flag.CSV)
                ? new CsvOutput(terminal.out(), terminal.writesToFile(), columns)
                : new TableOutput(terminal.out(), columns);
    }
}
