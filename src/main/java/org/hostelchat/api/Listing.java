package org.hostelchat.api;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One page of a list.
 *
 * @param row the form of an item; its components are the columns as CSV
 * @param next the cursor to go on after, a number or a text; null on the last page
 * @param following reads the page after a cursor, for a list that is written as a whole
 */
record Listing<T extends Record>(Class<T> row, List<T> items, Object next, Function<Object, Listing<T>> following) {

    /**
     * A page of what was read with one item more than was asked for, by which to know whether there is more.
     *
     * @param cursor what an item stands for as a cursor
     */
    static <T extends Record> Listing<T> of(
            Class<T> row, List<T> read, int limit, Function<T, Object> cursor, Function<Object, Listing<T>> following) {
        if (read.size() <= limit) return new Listing<>(row, read, null, following);
        return new Listing<>(row, read.subList(0, limit), cursor.apply(read.get(limit - 1)), following);
    }

    /** A page of a list that is in memory as a whole, ascending by its items' numbers. */
    static <T extends Record> Listing<T> of(
            Class<T> row, List<T> all, ToLongFunction<T> number, long after, int limit) {
        var read = all.stream()
                .filter(item -> number.applyAsLong(item) > after)
                .limit(limit + 1L)
                .toList();
        return of(row, read, limit, number::applyAsLong, next -> of(row, all, number, (long) next, limit));
    }
}
