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
 * Checks that the database accepts a write: detects a full or read-only disk, a lock that is held, a damaged file. The
 * endpoint is public, so a result is reused for a while, and simultaneous requests cause one write. While one request
 * waits for a database that hangs, others get the last result, and soon DOWN, so that they do not occupy all server
 * threads.
 */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(DatabaseHealth.class.getName());
    private static final long KEPT = Duration.ofSeconds(2).toNanos();

    /** After this time a result that could not be renewed is not used any more. */
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

    /** For the CDI proxy. */
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
            // Never the stored value, because SQLite would not write anything.
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
