package org.hostelchat.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteErrorCode;

/**
 * Whose turn it is to write into a database file, among this process's connections: first come, first served.
 *
 * <p>SQLite lets one write at a time, and who finds the lock taken sleeps and looks again. The message writer, which under load
 * begins anew as soon as it has committed, was nearly always back before such a sleeper had looked, and an official's
 * change was refused while everything was well. SQLite's own lock remains for other processes.
 *
 * <p>Thread-safe. A turn belongs to a connection, not to a thread.
 */
final class WriteTurn {

    /** Together with {@link HostelDataSource#BUSY_TIMEOUT_MILLIS} less than a second, within which a post is answered. */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private static final Map<String, WriteTurn> TURNS = new ConcurrentHashMap<>();

    private final Semaphore free = new Semaphore(1, true);

    private WriteTurn() {}

    /** The one of the file that this URL names. */
    static WriteTurn at(String url) {
        return TURNS.computeIfAbsent(url, any -> new WriteTurn());
    }

    /**
     * Waits for it.
     *
     * @throws SQLException with SQLite's code for a database that is busy, if it does not come soon
     */
    void take() throws SQLException {
        try {
            if (free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // In the driver's own form, since all that the container keeps of an exception may be its words.
        throw new SQLException(
                "[SQLITE_BUSY] Others are writing (too many before this one)", null, SQLiteErrorCode.SQLITE_BUSY.code);
    }

    void giveBack() {
        free.release();
    }
}
