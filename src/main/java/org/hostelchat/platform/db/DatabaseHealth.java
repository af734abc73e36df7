package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.hostelchat.storage.Transactions;

/**
 * Whether the database takes a write: a disk that is full or read-only, a lock that somebody holds, a damaged file. Anybody
 * may ask, so the last answer stands for a while and many askers cost one write. While one asker waits for a database that
 * stalls, the others get the last answer, and soon a no: they would otherwise take the server's threads, one by one.
 */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(DatabaseHealth.class.getName());
    private static final long KEPT = Duration.ofSeconds(2).toNanos();

    /** An answer that could not be renewed for so long is not believed any more. */
    private static final long BELIEVED = Duration.ofSeconds(6).toNanos();

    private record Answer(boolean writable, long at) {
        boolean isYoungerThan(long age) {
            return System.nanoTime() - at < age;
        }
    }

    private final ReentrantLock asking = new ReentrantLock();
    private Transactions transactions;
    private volatile Answer last;

    @Inject
    DatabaseHealth(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    protected DatabaseHealth() {}

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(isWritable()).build();
    }

    public boolean isWritable() {
        if (asking.tryLock()) {
            try {
                if (last == null || !last.isYoungerThan(KEPT)) last = new Answer(write(), System.nanoTime());
            } finally {
                asking.unlock();
            }
        }
        var answer = last;
        return answer != null && answer.writable() && answer.isYoungerThan(BELIEVED);
    }

    private boolean write() {
        try {
            // Never the value that is there: SQLite would write nothing.
            return transactions.write(em -> em.createNativeQuery("update hostel set probed_at = ?1 where id = 1")
                            .setParameter(1, System.nanoTime())
                            .executeUpdate())
                    == 1;
        } catch (RuntimeException trouble) {
            LOG.log(System.Logger.Level.WARNING, "The database takes no write: {0}", trouble.toString());
            return false;
        }
    }
}
