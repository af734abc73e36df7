package org.hostelchat.page.admin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.Form;

/**
 * A complete list of the console, for a file or for print. Read in pages while it is written, so that its length costs
 * no memory.
 *
 * @param name of the file, without its extension
 * @param title printed above the list
 * @param narrowed the filter, for people; empty for all rows
 * @param page the URL of the console page that shows the list, with its query
 * @param csv the format of a row in the file
 * @param printed the columns in print
 * @param pages returns the next rows at each call, none at the end
 */
record ConsoleList<T>(
        String name,
        String title,
        String narrowed,
        String page,
        Form<T> csv,
        List<Column<T>> printed,
        Supplier<List<T>> pages) {

    /** @param value of a row: text, a number, a boolean, an instant, or null */
    record Column<T>(String heading, Function<T, Object> value) {}

    static <T> Column<T> column(String heading, Function<T, Object> value) {
        return new Column<>(heading, value);
    }

    /** Receives the rows one by one. */
    interface Reader<T> {

        /** @return false to stop reading */
        boolean take(T row) throws IOException;
    }

    /**
     * Reads the list to its end, or until the reader stops.
     *
     * @param first the first rows, which have been read already
     * @return why reading failed; empty if it did not
     */
    Optional<Refusal> read(List<T> first, Reader<T> reader) throws IOException {
        try {
            for (var page = first; !page.isEmpty(); page = pages.get()) {
                for (var row : page) if (!reader.take(row)) return Optional.empty();
            }
            return Optional.empty();
        } catch (Refusal broken) {
            return Optional.of(broken);
        }
    }
}
