package org.hostelchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.UserErased;

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

    /** Another one for each erasure, and null if there was none since the log was last emptied. */
    private final AtomicReference<Wanted> wanted = new AtomicReference<>();

    /**
     * @param since when the first of those was erased whose words may stand in the log
     * @param told when the log was told last that this takes long, or {@code since}
     */
    private record Wanted(Instant since, Instant told) {}

    @Inject
    Checkpoint(Database database) {
        this.database = database;
    }

    /** For the container's proxy. */
    protected Checkpoint() {}

    /** Not at once: this is still the eraser's turn to write, and others wait for theirs. */
    void afterErasing(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserErased erased) {
        var now = Instant.now();
        wanted.updateAndGet(
                before -> before == null ? new Wanted(now, now) : new Wanted(before.since(), before.told()));
    }

    /** Tries, if somebody was erased and the log has not been emptied since. */
    public void runIfWanted() {
        var before = wanted.get();
        if (before == null) return;
        var now = Instant.now();
        if (run()) {
            // Unless somebody else was erased meanwhile.
            wanted.compareAndSet(before, null);
        } else if (before.told().plus(LATE).isBefore(now)
                && wanted.compareAndSet(before, new Wanted(before.since(), now))) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Words that were erased at {0} may still stand in the database''s log: something keeps it from being"
                            + " emptied",
                    before.since());
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
