package org.hostelchat.page;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a longer list.
 *
 * @param items what is shown
 * @param more whether something follows
 */
public record Listed<T>(List<T> items, boolean more) {

    /** @param read what was read: one more than is shown, to know whether something follows */
    public static <T> Listed<T> of(List<T> read, int size) {
        return read.size() > size ? new Listed<>(List.copyOf(read.subList(0, size)), true) : new Listed<>(read, false);
    }

    public static <T> Listed<T> none() {
        return new Listed<>(List.of(), false);
    }

    /** Where the next page begins, or null if there is none. */
    public <C> C next(Function<T, C> cursor) {
        return more ? cursor.apply(items.get(items.size() - 1)) : null;
    }
}
