package org.hostelchat.page.admin;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A list of the console as a whole, for a file or for paper. Read page by page as it is written, so that its length costs no memory.
 *
 * @param name of the file, without its ending
 * @param title what stands above it on paper
 * @param page the page of the console that shows it, with its query
 * @param csv the columns of the file, named as the API names them
 * @param paper the columns on paper
 * @param pages gives the next rows at each call, none at the end
 */
record ConsoleList<T>(
        String name, String title, String page, List<Column<T>> csv, List<Column<T>> paper, Supplier<List<T>> pages) {

    /** @param value of a row: text, a number, a truth value, an instant, or null */
    record Column<T>(String heading, Function<T, Object> value) {}

    static <T> Column<T> column(String heading, Function<T, Object> value) {
        return new Column<>(heading, value);
    }

    /** The cells of a row. */
    static <T> List<Object> cells(List<Column<T>> columns, T row) {
        // May hold null.
        return columns.stream().map(column -> column.value().apply(row)).toList();
    }

    static <T> List<String> headings(List<Column<T>> columns) {
        return columns.stream().map(Column::heading).toList();
    }
}
