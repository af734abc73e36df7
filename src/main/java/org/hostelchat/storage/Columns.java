package org.hostelchat.storage;

import java.time.Instant;

/** Reads the columns of native queries: a database gives a number as whichever {@link Number} it likes. */
public final class Columns {

    private Columns() {}

    /** @throws NullPointerException if there is no value */
    public static long number(Object column) {
        return ((Number) column).longValue();
    }

    /**
     * A time that is stored as milliseconds since 1970.
     *
     * @throws NullPointerException if there is no value
     */
    public static Instant time(Object column) {
        return Instant.ofEpochMilli(number(column));
    }
}
