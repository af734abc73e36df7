package org.hostelchat.storage;

import java.time.Instant;

/**
 * A port: whether deleted or replaced text is still in the database's files. Provided by {@code platform}. Thread-safe.
 */
public interface Overwriting {

    /** The present state. */
    State state();

    /**
     * A snapshot.
     *
     * @param overwrites false if the database itself decides how long it keeps traces, as PostgreSQL does
     * @param waitingSince when the oldest text was deleted that has not been overwritten yet; null if there is none
     */
    record State(boolean overwrites, Instant waitingSince) {}
}
