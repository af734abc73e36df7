package org.hostelchat.platform.db;

import jakarta.persistence.EntityManager;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.hostelchat.storage.Transactions;

/** Counts the statements of a database: for tests that nothing is queried once per row. */
public final class CountedStatements implements Transactions {

    private final BareDatabase database;
    private final AtomicInteger executed = new AtomicInteger();

    public CountedStatements(BareDatabase database) {
        this.database = database;
        var session = database.read(em -> em.unwrap(ServerSession.class));
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postExecuteCall(SessionEvent event) {
                executed.incrementAndGet();
            }
        });
    }

    /** How many statements this takes. */
    public int during(Supplier<?> work) {
        var before = executed.get();
        Object unused = work.get();
        return executed.get() - before;
    }

    @Override
    public <T> T write(Function<EntityManager, T> work) {
        return database.write(work);
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
