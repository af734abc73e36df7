package org.hostelchat.platform.db;

import jakarta.persistence.EntityManager;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.hostelchat.storage.Transactions;

/** A database with one write transaction at a time, as in the server. */
public final class SerialTransactions implements Transactions {

    private final Transactions database;
    private final Lock turn = new ReentrantLock();

    public SerialTransactions(Transactions database) {
        this.database = database;
    }

    /** For what is written past it. */
    Lock turn() {
        return turn;
    }

    @Override
    public <T> T write(Function<EntityManager, T> work) {
        turn.lock();
        try {
            return database.write(work);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public String keepingRows() {
        return database.keepingRows();
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        return database.read(work);
    }
}
