package org.hostelchat.account;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * A port: one short write transaction at a time, so that the code that must be right runs the same in the server and in a
 * bare JVM under test. Provided by {@code platform}.
 */
public interface Transactions {

    /**
     * Runs the work in a new transaction and commits it. On SQLite the transaction holds the write lock from its begin on.
     *
     * @return the work's result, only once the commit is durable
     * @throws RuntimeException if the work throws (rolled back), or if the database refuses
     */
    <T> T write(Function<EntityManager, T> work);

    /** Runs the work outside of any transaction, so that it never waits for a writer and no writer for it. */
    <T> T read(Function<EntityManager, T> work);
}
