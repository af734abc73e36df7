package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.hostelchat.refusal.Refusal;

/**
 * Moves what SQLite has written to its log into the database file and empties the log: once a minute, so that it stays small, and
 * whatever waits for that ({@link ErasureSweep}) is not kept waiting by an old one. Where somebody reads or writes just then, the
 * next time.
 */
@ApplicationScoped
public class Checkpoint {

    private static final System.Logger LOG = System.getLogger(Checkpoint.class.getName());

    private Database database;

    @Inject
    Checkpoint(Database database) {
        this.database = database;
    }

    /** For the container's proxy. */
    protected Checkpoint() {}

    /** Tries once; never throws. */
    public void run() {
        if (!(DatabaseDialect.current() instanceof SqliteDialect sqlite)) return;
        try {
            // Like every writer: beside a room in full swing it would hardly ever find the lock free.
            database.inWritersTurn(() -> truncate(sqlite.url()));
        } catch (Refusal.Unavailable later) {
            LOG.log(System.Logger.Level.DEBUG, "No checkpoint this time", later);
        }
    }

    /**
     * Empties the log. To be called by whoever has the turn to write.
     *
     * @return whether it is empty now
     */
    static boolean truncate(String url) {
        try (var connection = SqliteDialect.connect(url);
                var statement = connection.createStatement()) {
            // Others wait for their turn meanwhile, and the next try is a second away.
            statement.execute("PRAGMA busy_timeout = 50");
            try (var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                // Its first column says whether it was kept from it, which is no error.
                return row.next() && row.getInt(1) == 0;
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "No checkpoint this time", e);
            return false;
        }
    }
}
