package org.hostelchat.storage;

import java.time.Instant;

/**
 * A port: what becomes of words that were deleted or replaced, in the files of the database. Provided by {@code platform}.
 * Thread-safe.
 */
public interface Overwriting {

    /** How far it is. */
    State state();

    /**
     * A moment's answer.
     *
     * @param overwrites false where the database keeps traces for a time that nobody here decides, as PostgreSQL does
     * @param waitingSince since when the oldest words wait that were deleted and are not overwritten yet; null if none wait
     */
    record State(boolean overwrites, Instant waitingSince) {}
}
