package org.hostelchat.storage;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.hostelchat.refusal.Refusal;

/**
 * A port: the only access to the database, so that the core runs the same in the server and in plain JVM tests.
 * Provided by {@code platform}.
 */
public interface Transactions {

    /**
     * Runs the work in a new transaction and commits it. On SQLite the transaction holds the write lock from its begin,
     * and writers wait in order of arrival.
     *
     * @return the work's result, only after the commit is durable
     * @throws Refusal.Unavailable if the database cannot store it now: it is locked, full, read-only or damaged
     * @throws Refusal.Conflict if it contradicts what another transaction stored or deleted at the same time
     * @throws RuntimeException what the work throws; like the others, it causes a rollback
     */
    <T> T write(Function<EntityManager, T> work);

    /**
     * Runs the work outside of any transaction, so that readers and writers never wait for each other.
     *
     * @throws Refusal.Unavailable if the database cannot be read now
     */
    <T> T read(Function<EntityManager, T> work);

    /**
     * What a native SELECT within {@link #write} has to end with so that nobody else can delete the rows that it returns
     * before the transaction ends. Rows that are being deleted by somebody else are left out, so that it never waits.
     * Empty where transactions that write have the database for themselves.
     */
    default String keepingRows() {
        return "";
    }

    /**
     * Reports that a committed transaction has deleted or replaced people's text, so that its traces in the database's
     * files are overwritten soon. Returns at once.
     */
    default void wordsRemoved() {}
}
