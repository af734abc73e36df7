package org.hostelchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import org.hostelchat.account.UserErased;

/**
 * Moves what SQLite has written to its log into the database file and empties the log, so that erased words, which are
 * overwritten in the one, do not live on in the other. Once a minute; where somebody reads or writes just then, the next time.
 */
@ApplicationScoped
public class Checkpoint {

    private static final System.Logger LOG = System.getLogger(Checkpoint.class.getName());

    private volatile boolean wanted;

    /** Not at once: this is still the eraser's turn to write, and others wait for theirs. */
    void afterErasing(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserErased erased) {
        wanted = true;
    }

    /** Tries, if somebody was erased since the last time. */
    public void runIfWanted() {
        if (!wanted) return;
        wanted = false;
        run();
    }

    /** Tries once; never throws. */
    public void run() {
        if (!HostelSettings.current().onSqlite()) return;
        try (var connection = HostelDataSource.sqlite(HostelSettings.current().databaseUrl());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "No checkpoint this time", e);
        }
    }
}
