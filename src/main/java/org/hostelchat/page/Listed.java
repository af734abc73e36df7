package org.hostelchat.page;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a longer list.
 *
 * @param items the items to show
 * @param more whether further items follow
 */
public record Listed<T>(List<T> items, boolean more) {

    /** @param read one item more than {@code size}, if there are as many, which shows whether further items follow */
    public static <T> Listed<T> of(List<T> read, int size) {
        return read.size() > size ? new Listed<>(List.copyOf(read.subList(0, size)), true) : new Listed<>(read, false);
    }

    public static <T> Listed<T> none() {
        return new Listed<>(List.of(), false);
    }

    /** The cursor of the next page, or null if there is none. */
    public <C> C next(Function<T, C> cursor) {
        return more ? cursor.apply(items.get(items.size() - 1)) : null;
    }
}
