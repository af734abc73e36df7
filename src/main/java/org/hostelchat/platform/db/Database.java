package org.hostelchat.platform.db;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hostelchat.storage.ConcurrencyLimit;
import org.hostelchat.storage.DatabaseFailures;
import org.hostelchat.storage.Transactions;

/**
 * The only implementation of access to the database. Its exceptions become refusals here and nowhere else.
 *
 * <p>Thread-safe. Work must not call this class again: it would wait for a permit that it holds.
 */
@ApplicationScoped
public class Database implements Transactions {

    /**
     * How many of {@link HostelDataSource#MOST_CONNECTIONS} may read at once: when hundreds of clients reconnect, some
     * connections remain for writers.
     */
    private static final int READERS = HostelDataSource.MOST_CONNECTIONS - 4;

    /** A reader that waits longer for other readers waits for a database that hangs. */
    private static final Duration READERS_PATIENCE = Duration.ofSeconds(5);

    /** Together with {@link SqliteDialect#BUSY_TIMEOUT_MILLIS} one second, within which a post is answered. */
    static final Duration WRITERS_PATIENCE = Duration.ofMillis(600);

    /**
     * Serialises writers on SQLite. Its own busy handler sleeps and polls, and would hardly ever get the lock while a
     * busy room takes it again and again.
     */
    private final ConcurrencyLimit writer = new ConcurrencyLimit(1, true, WRITERS_PATIENCE);

    private final ConcurrencyLimit readers = new ConcurrencyLimit(READERS, false, READERS_PATIENCE);
    private ContainerTransactions transactions;
    private ErasureSweep erasures;

    @Inject
    Database(ContainerTransactions transactions, ErasureSweep erasures) {
        this.transactions = transactions;
        this.erasures = erasures;
    }

    /** For the CDI proxy. */
    protected Database() {}

    /**
     * Loads the classes needed for refusals: when the server stops, the files that classes are loaded from may be gone.
     */
    @PostConstruct
    void prepare() {
        DatabaseFailures.busy();
    }

    @Override
    public <T> T write(Function<EntityManager, T> work) {
        // Waits before a connection is taken from the pool, so that waiting writers keep none from readers.
        return DatabaseDialect.current().hasOneWriter() ? inWritersTurn(() -> store(work)) : store(work);
    }

    /**
     * For work that needs SQLite's lock and uses a connection of its own.
     *
     * @throws org.hostelchat.refusal.Refusal.Unavailable if no permit is available in time
     */
    <T> T inWritersTurn(Supplier<T> work) {
        return writer.inTurn(work);
    }

    @Override
    public String keepingRows() {
        return DatabaseDialect.current().keepingRows();
    }

    @Override
    public void wordsRemoved() {
        erasures.request();
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        return readers.inTurn(() -> lookUp(work));
    }

    private <T> T lookUp(Function<EntityManager, T> work) {
        try {
            return transactions.read(work);
        } catch (RuntimeException e) {
            throw DatabaseFailures.translatedForReader(e);
        }
    }

    private <T> T store(Function<EntityManager, T> work) {
        var done = new AtomicBoolean();
        try {
            return transactions.write(em -> {
                var result = work.apply(em);
                done.set(true);
                return result;
            });
        } catch (RuntimeException e) {
            throw done.get() ? DatabaseFailures.translated(e) : DatabaseFailures.translatedBeforeCommit(e);
        }
    }
}
