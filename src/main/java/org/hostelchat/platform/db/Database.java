package org.hostelchat.platform.db;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hostelchat.storage.StorageTrouble;
import org.hostelchat.storage.Transactions;

/**
 * The way to the database that everybody takes. What that throws becomes a refusal here and nowhere else.
 *
 * <p>Thread-safe. Work must not ask for more of this within itself: it would wait for what it holds.
 */
@ApplicationScoped
public class Database implements Transactions {

    /** So many of {@link HostelDataSource#MOST_CONNECTIONS} read at a time: hundreds that come back at once leave some for who writes. */
    private static final int READERS = HostelDataSource.MOST_CONNECTIONS - 4;

    /** Whoever waits for so long behind other readers waits for a database that hangs. */
    private static final Duration READERS_PATIENCE = Duration.ofSeconds(5);

    /** Together with {@link SqliteDialect#BUSY_TIMEOUT_MILLIS} a second, within which a post is answered. */
    static final Duration WRITERS_PATIENCE = Duration.ofMillis(600);

    /**
     * SQLite's one writer. Left to themselves writers would sleep and look again whether the lock is free, and beside a room in
     * full swing, which takes it again at once, hardly ever get it.
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

    /** For the container's proxy. */
    protected Database() {}

    /** Loads what it takes to say no: while the server ends, the files from which classes come may be gone. */
    @PostConstruct
    void prepare() {
        StorageTrouble.busy();
    }

    @Override
    public <T> T write(Function<EntityManager, T> work) {
        // Before a connection is taken from the pool: who waits for a turn keeps none from a reader.
        return DatabaseDialect.current().hasOneWriter() ? inWritersTurn(() -> store(work)) : store(work);
    }

    /**
     * For what needs SQLite's lock and goes by a connection of its own.
     *
     * @throws org.hostelchat.refusal.Refusal.Unavailable if its turn does not come soon
     */
    <T> T inWritersTurn(Supplier<T> work) {
        return writer.inTurn(work);
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
            throw StorageTrouble.translatedForReader(e);
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
            throw done.get() ? StorageTrouble.translated(e) : StorageTrouble.translatedBeforeCommit(e);
        }
    }
}
