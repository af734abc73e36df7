package org.hostelchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hostelchat.storage.StorageTrouble;
import org.hostelchat.storage.Transactions;

/** The way to the database that everybody takes. What that throws becomes a refusal here and nowhere else. */
@ApplicationScoped
public class Database implements Transactions {

    private final WriteTurns turns = new WriteTurns();
    private ContainerTransactions transactions;

    @Inject
    Database(ContainerTransactions transactions) {
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    protected Database() {}

    @Override
    public <T> T write(Function<EntityManager, T> work) {
        // Before a connection is taken from the pool: who waits for a turn keeps none from a reader.
        if (HostelSettings.current().onSqlite()) return turns.inTurn(() -> translated(() -> transactions.write(work)));
        return translated(() -> transactions.write(work));
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        return translated(() -> transactions.read(work));
    }

    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw StorageTrouble.translated(e);
        }
    }
}
