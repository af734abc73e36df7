package org.hostelchat.page.admin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.Form;

/**
 * A list of the console as a whole, for a file or for paper. Read page by page as it is written, so that its length costs no memory.
 *
 * @param name of the file, without its ending
 * @param title what stands above it on paper
 * @param narrowed what rows had to match, for people; empty for all
 * @param page the page of the console that shows it, with its query
 * @param csv the form of a row in the file
 * @param paper the columns on paper
 * @param pages gives the next rows at each call, none at the end
 */
record ConsoleList<T>(
        String name,
        String title,
        String narrowed,
        String page,
        Form<T> csv,
        List<Column<T>> paper,
        Supplier<List<T>> pages) {

    /** @param value of a row: text, a number, a truth value, an instant, or null */
    record Column<T>(String heading, Function<T, Object> value) {}

    static <T> Column<T> column(String heading, Function<T, Object> value) {
        return new Column<>(heading, value);
    }

    /** Takes the rows one by one. */
    interface Reader<T> {

        /** @return whether it takes more */
        boolean take(T row) throws IOException;
    }

    /**
     * Reads the list to its end, or until the reader takes no more.
     *
     * @param first the first rows, which have been read already
     * @return why it could not be read to its end; empty if it was, as far as the reader wanted
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
