package org.hostelchat.platform.db;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.hostelchat.support.PostgresCluster;
import org.postgresql.ds.PGPoolingDataSource;

/**
 * One PostgreSQL server for all unit tests of a JVM, which ends with it. Its first database is migrated once, tests get
 * copies of it, and a returned copy is emptied for the next test: about 20 milliseconds a test. Thread-safe.
 */
final class SharedCluster {

    private static SharedCluster ofThisJvm;

    private final PostgresCluster cluster;
    private final AtomicInteger copies = new AtomicInteger();
    private final Deque<Copy> free = new ConcurrentLinkedDeque<>();
    private final PostgresReset reset;

    /** A database, how to reach it, and the core's mappings over it. */
    @SuppressWarnings("deprecation") // see PostgresSource
    record Copy(PostgresDialect dialect, PGPoolingDataSource pool, EntityManagerFactory factory) {}

    private SharedCluster() {
        // What is tested is never read again after a crash.
        cluster = PostgresCluster.open("fsync=off", "full_page_writes=off");
        var template = dialect("hostel");
        Migrations.run(PostgresSource.to(template), template);
        reset = PostgresReset.keepingWhatIsIn(template);
    }

    /** Starts it for whoever asks first; skips the test if PostgreSQL is not installed. */
    static synchronized SharedCluster ofThisJvm() {
        if (ofThisJvm == null) ofThisJvm = new SharedCluster();
        return ofThisJvm;
    }

    /** A database as migrations leave it; to be given back. */
    Copy take() {
        var emptied = free.poll();
        return emptied != null ? emptied : make();
    }

    private Copy make() {
        var name = "copy" + copies.incrementAndGet();
        execute("create database " + name + " template hostel owner " + PostgresCluster.ROLE);
        var dialect = dialect(name);
        var pool = PostgresSource.pooled(dialect);
        return new Copy(dialect, pool, BareDatabase.factory(pool, PostgresAlways.class, dialect.url()));
    }

    /** One whose tables a test has altered is not used again. */
    void giveBack(Copy copy) {
        if (reset.empty(copy.dialect())) {
            free.add(copy);
        } else {
            copy.factory().close();
            copy.pool().close();
        }
    }

    /** Speaks PostgreSQL, as the server does when its URL says so. */
    public static class PostgresAlways implements SessionCustomizer {
        @Override
        public void customize(Session session) {
            new PostgresDialect("", "", "").adapt(session.getLogin());
        }
    }

    private PostgresDialect dialect(String database) {
        return new PostgresDialect(cluster.url(database), PostgresCluster.ROLE, PostgresCluster.PASSWORD);
    }

    private void execute(String sql) {
        try (var connection = cluster.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
