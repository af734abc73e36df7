package org.hostelchat.api;

import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.hostelchat.csv.CsvRows;
import org.hostelchat.wire.Form;

/**
 * One page of a list.
 *
 * @param form of an item
 * @param next the cursor for the next page, a number or a text; null on the last page
 * @param following reads the page after a cursor, for writing the whole list
 */
record Listing<T>(Form<T> form, List<T> items, Object next, Function<Object, Listing<T>> following) {

    /**
     * A page made of items that were read with one more than requested, which shows whether there are more.
     *
     * @param cursor returns the cursor for an item
     */
    static <T> Listing<T> of(
            Form<T> form, List<T> read, int limit, Function<T, Object> cursor, Function<Object, Listing<T>> following) {
        if (read.size() <= limit) return new Listing<>(form, read, null, following);
        return new Listing<>(form, read.subList(0, limit), cursor.apply(read.get(limit - 1)), following);
    }

    /** A page of a list that is in memory, ascending by the items' numbers. */
    static <T> Listing<T> of(Form<T> form, List<T> all, ToLongFunction<T> number, long after, int limit) {
        var read = all.stream()
                .filter(item -> number.applyAsLong(item) > after)
                .limit(limit + 1L)
                .toList();
        return of(form, read, limit, number::applyAsLong, next -> of(form, all, number, (long) next, limit));
    }

    void write(JsonGenerator json) {
        json.writeStartObject().writeStartArray("items");
        for (var item : items) form.write(json, item);
        json.writeEnd();
        if (next == null) json.writeNull("next");
        else if (next instanceof Long number) json.write("next", number.longValue());
        else json.write("next", next.toString());
        json.writeEnd();
    }

    /** Writes the rows of all pages from this one, or of this page only. */
    void write(CsvRows csv, boolean onlyThisPage) throws IOException {
        csv.row(form.columns());
        for (var page = this; page != null; page = onlyThisPage ? null : page.followingPage()) {
            for (var item : page.items) csv.row(form.cells(item));
        }
        csv.flush();
    }

    private Listing<T> followingPage() {
        return next == null ? null : following.apply(next);
    }
}
