package org.hostelchat.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hostelchat.storage.StorageTrouble;
import org.hostelchat.storage.Transactions;

/**
 * The way to the database that everybody takes. What that throws becomes a refusal here and nowhere else.
 *
 * <p>Thread-safe. Work must not ask for more of this within itself: it would wait for what it holds.
 */
@ApplicationScoped
public class Database implements Transactions {

    /** So many of {@link Startup#CONNECTIONS} read at a time: hundreds that come back at once leave some for who writes. */
    private static final int READERS = Startup.CONNECTIONS - 4;

    /** Whoever waits for so long behind other readers waits for a database that hangs. */
    private static final Duration READERS_PATIENCE = Duration.ofSeconds(5);

    private final WriteTurns turns = new WriteTurns();
    private final Semaphore readers = new Semaphore(READERS);
    private ContainerTransactions transactions;

    @Inject
    Database(ContainerTransactions transactions) {
        this.transactions = transactions;
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
        return HostelSettings.current().onSqlite() ? turns.inTurn(() -> store(work)) : store(work);
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        takeReader();
        try {
            return transactions.read(work);
        } catch (RuntimeException e) {
            throw StorageTrouble.translatedForReader(e);
        } finally {
            readers.release();
        }
    }

    private void takeReader() {
        try {
            if (readers.tryAcquire(READERS_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw StorageTrouble.busy();
    }

    private <T> T store(Function<EntityManager, T> work) {
        try {
            return transactions.write(work);
        } catch (RuntimeException e) {
            throw StorageTrouble.translated(e);
        }
    }
}
