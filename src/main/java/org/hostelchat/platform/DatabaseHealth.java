package org.hostelchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.hostelchat.account.Transactions;

/**
 * Whether the database takes a write: a disk that is full or read-only, a lock that somebody holds, a damaged file. Anybody
 * may ask, so the last answer stands for a while and many askers cost one write.
 */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(DatabaseHealth.class.getName());
    private static final long KEPT = Duration.ofSeconds(2).toNanos();

    @Inject
    private Transactions transactions;

    private boolean writable;
    private boolean asked;
    private long askedAt;

    @Override
    public synchronized HealthCheckResponse call() {
        if (!asked || System.nanoTime() - askedAt > KEPT) {
            writable = write();
            asked = true;
            askedAt = System.nanoTime();
        }
        return HealthCheckResponse.named("database").status(writable).build();
    }

    private boolean write() {
        try {
            return transactions.write(em -> em.createNativeQuery("update hostel set epoch = epoch where id = 1")
                            .executeUpdate())
                    == 1;
        } catch (RuntimeException trouble) {
            LOG.log(System.Logger.Level.WARNING, "The database takes no write: {0}", trouble.toString());
            return false;
        }
    }
}
