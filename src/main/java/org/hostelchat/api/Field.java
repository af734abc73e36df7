package org.hostelchat.api;

/**
 * A field of a body for which null and left out are two things: left out (keep what is stored), null (empty it), or a value.
 *
 * @param given whether the field is there, be it null
 * @param value null where it is not given, or given as null
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
