package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.hostelchat.refusal.Refusal;

/**
 * Copies SQLite's write-ahead log into the database file and truncates the log: once a minute, so that it remains small
 * and {@link ErasureSweep}, which needs an empty log, does not wait long. If a reader or writer is active, it is
 * retried the next time.
 */
@ApplicationScoped
public class Checkpoint {

    private static final System.Logger LOG = System.getLogger(Checkpoint.class.getName());

    private Database database;

    @Inject
    Checkpoint(Database database) {
        this.database = database;
    }

    /** For the CDI proxy. */
    protected Checkpoint() {}

    /** Tries once; never throws. */
    public void run() {
        if (!(DatabaseDialect.current() instanceof SqliteDialect sqlite)) return;
        try {
            // Waits for the permit like every writer: while a room is busy the lock would hardly ever be free.
            database.inWritersTurn(() -> truncate(sqlite.url()));
        } catch (Refusal.Unavailable later) {
            LOG.log(System.Logger.Level.DEBUG, "No checkpoint this time", later);
        }
    }

    /**
     * Truncates the log. The caller must hold the permit to write.
     *
     * @return whether the log is empty now
     */
    static boolean truncate(String url) {
        try (var connection = SqliteDialect.connect(url);
                var statement = connection.createStatement()) {
            // Other writers wait meanwhile, and the next attempt is a second away.
            statement.execute("PRAGMA busy_timeout = 50");
            try (var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                // The first column is 1 if the checkpoint was blocked, which is not reported as an error.
                return row.next() && row.getInt(1) == 0;
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "No checkpoint this time", e);
            return false;
        }
    }
}
