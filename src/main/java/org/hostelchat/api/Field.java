package org.hostelchat.api;

/**
 * A field of a body that distinguishes absence (keep the stored value), null (clear it), and a value.
 *
 * @param given whether the field is present, even as null
 * @param value null if the field is absent or null
 */
public record Field<T>(boolean given, T value) {

    static <T> Field<T> of(T value) {
        return new Field<>(true, value);
    }

    static <T> Field<T> leftOut() {
        return new Field<>(false, null);
    }

    T or(T stored) {
        return given ? value : stored;
    }
}
