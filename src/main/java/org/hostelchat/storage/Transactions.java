package org.hostelchat.storage;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.hostelchat.refusal.Refusal;

/**
 * A port: the one way to the database, so that the code that must be right runs the same in the server and in a bare JVM under
 * test. Provided by {@code platform}.
 */
public interface Transactions {

    /**
     * Runs the work in a new transaction and commits it. On SQLite the transaction holds the write lock from its begin on, and
     * writers take turns in the order in which they came.
     *
     * @return the work's result, only once the commit is durable
     * @throws Refusal.Unavailable if the database can't store it just now: it is locked, full, can only be read, or is damaged
     * @throws Refusal.Conflict if it contradicts what somebody else stored or took away at the same time
     * @throws RuntimeException what the work throws; like the others, it rolls back
     */
    <T> T write(Function<EntityManager, T> work);

    /**
     * Runs the work outside of any transaction, so that it never waits for a writer and no writer for it.
     *
     * @throws Refusal.Unavailable if the database can't be read just now
     */
    <T> T read(Function<EntityManager, T> work);

    /**
     * Tells that a transaction that is committed has deleted or replaced what people wrote: what the database keeps of it in its
     * files is to be overwritten soon. Returns at once.
     */
    default void wordsRemoved() {}
}
