package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.hostelchat.platform.db.sqlite.DatabaseFile;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Overwriting;

/**
 * Removes deleted and replaced text from the files of a SQLite database, the write-ahead log included: soon after every
 * deletion, and once after each start. A small database takes seconds; the pause between two passes is twenty times the
 * last one's duration, so that a large database is not read all the time.
 *
 * <p>Thread-safe; {@link #tick} must be called by one thread.
 */
@ApplicationScoped
public class ErasureSweep implements Overwriting {

    private static final System.Logger LOG = System.getLogger(ErasureSweep.class.getName());

    /** Readers take milliseconds: one that blocks the log for so long must be investigated. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final int PAUSE_PER_WORK = 20;

    private Database database;

    /** Since when text waits for a pass to begin; null if none does. */
    private Instant wanted;

    /** Since when the text of the current pass has waited; null between passes. */
    private Instant underWay;

    private ErasurePass pass;
    private Instant warned = Instant.MIN;
    private long resumeAt = System.nanoTime();

    @Inject
    ErasureSweep(Database database) {
        this.database = database;
    }

    /** For the CDI proxy. */
    protected ErasureSweep() {}

    /** Requests a pass, because text was deleted or replaced. */
    public synchronized void request() {
        if (wanted == null) wanted = Instant.now();
    }

    @Override
    public State state() {
        return new State(DatabaseDialect.current() instanceof SqliteDialect, waitingSince());
    }

    private synchronized Instant waitingSince() {
        return underWay != null ? underWay : wanted;
    }

    /** Begins a requested pass or continues an unfinished one, and warns if one takes too long. */
    public void tick() {
        if (!(DatabaseDialect.current() instanceof SqliteDialect sqlite) || !isPassDue()) return;
        var begin = System.nanoTime();
        try {
            if (work(sqlite)) done(System.nanoTime() - begin);
            else warnIfLate();
        } catch (IOException | SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "Deleted words could not be overwritten this time", e);
            close();
            warnIfLate();
        }
    }

    private synchronized boolean isPassDue() {
        if (underWay != null) return true;
        if (wanted == null || System.nanoTime() - resumeAt < 0) return false;
        underWay = wanted;
        wanted = null;
        return true;
    }

    private boolean work(SqliteDialect sqlite) throws IOException, SQLException {
        if (pass == null) {
            pass = new ErasurePass(sqlite.url(), sqlite.file(), DatabaseFile.shared(sqlite.file()));
            pass.look(() -> !Thread.currentThread().isInterrupted());
        }
        try {
            return database.inWritersTurn(this::finish);
        } catch (Refusal.Unavailable later) {
            return false;
        }
    }

    private boolean finish() {
        try {
            return pass.finish();
        } catch (IOException | SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "Deleted words could not be overwritten this time", e);
            close();
            return false;
        }
    }

    private synchronized void done(long nanos) {
        close();
        underWay = null;
        resumeAt = System.nanoTime() + Math.max(SHORTEST_PAUSE.toNanos(), PAUSE_PER_WORK * nanos);
    }

    private void warnIfLate() {
        var now = Instant.now();
        var since = waitingSince();
        if (since.plus(LATE).isAfter(now) || warned.plus(LATE).isAfter(now)) return;
        warned = now;
        LOG.log(
                System.Logger.Level.WARNING,
                "Words that were deleted at {0} may still stand in the database''s files: something keeps its log from"
                        + " being emptied",
                since);
    }

    /** Aborts the current pass; the next tick begins it anew. */
    public void close() {
        try {
            if (pass != null) pass.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A reader could not be closed", e);
        }
        pass = null;
    }
}
