package org.hostelchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.hostelchat.account.UserErased;
import org.hostelchat.refusal.Refusal;

/**
 * Moves what SQLite has written to its log into the database file and empties the log, so that erased words, which are
 * overwritten in the one, do not live on in the other. Once a minute; where somebody reads or writes just then, the next time;
 * after an erasure, every second until it is done.
 */
@ApplicationScoped
public class Checkpoint {

    private static final System.Logger LOG = System.getLogger(Checkpoint.class.getName());

    /** Readers are gone after milliseconds: who still keeps the log from being emptied after so long needs looking at. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private Database database;

    /** Since when erased words may stand in the log; null if none do. */
    private final AtomicReference<Instant> wanted = new AtomicReference<>();

    @Inject
    Checkpoint(Database database) {
        this.database = database;
    }

    /** For the container's proxy. */
    protected Checkpoint() {}

    /** Not at once: this is still the eraser's turn to write, and others wait for theirs. */
    void afterErasing(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserErased erased) {
        wanted.set(Instant.now());
    }

    /** Tries, if somebody was erased and the log has not been emptied since. */
    public void runIfWanted() {
        var since = wanted.get();
        if (since == null) return;
        if (run()) {
            // Unless somebody else was erased meanwhile.
            wanted.compareAndSet(since, null);
        } else if (since.plus(LATE).isBefore(Instant.now()) && wanted.compareAndSet(since, Instant.now())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Words that were erased at {0} may still stand in the database's log: something keeps it from being"
                            + " emptied",
                    since);
        }
    }

    /**
     * Tries once; never throws.
     *
     * @return whether the log is empty
     */
    public boolean run() {
        if (!HostelSettings.current().onSqlite()) return true;
        try {
            // Like every writer: beside a room in full swing it would hardly ever find the lock free.
            return database.inWritersTurn(Checkpoint::truncate);
        } catch (Refusal.Unavailable later) {
            return false;
        }
    }

    private static boolean truncate() {
        try (var connection = HostelDataSource.sqlite(HostelSettings.current().databaseUrl());
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            // Its first column says whether it was kept from it, which is no error.
            return row.next() && row.getInt(1) == 0;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "No checkpoint this time", e);
            return false;
        }
    }
}
