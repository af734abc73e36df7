package org.hostelchat.platform.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hostelchat.platform.db.sqlite.DatabaseFile;
import org.hostelchat.platform.db.sqlite.Wal;

/**
 * Overwrites the free space in a SQLite database's pages: what was deleted before a pass began is in none of its files
 * after the pass.
 *
 * <p>{@link #look} reads the whole file while others read and write, and {@link #finish} overwrites what was found
 * while holding the permit to write. A transaction in between may move traces to other pages. All pages that it writes
 * are in the write-ahead log, which the pass keeps from being restarted until then, and they are inspected again. All
 * writers need the permit.
 *
 * <p>Not thread-safe.
 */
final class ErasurePass implements AutoCloseable {

    private final String url;
    private final DatabaseFile file;
    private final Wal wal;
    private final Set<Long> pages = new HashSet<>();
    private Connection reader;

    /**
     * @param url of the database
     * @param path its file
     * @param file the same, opened
     */
    ErasurePass(String url, Path path, DatabaseFile file) {
        this.url = url;
        this.file = file;
        this.wal = new Wal(path);
    }

    /**
     * Reads the whole file.
     *
     * @param goOn polled now and then
     * @throws IOException if it cannot be read, or {@code goOn} returns false
     */
    void look(BooleanSupplier goOn) throws IOException, SQLException {
        holdLog();
        pages.addAll(file.pagesWithTraces(goOn));
    }

    /**
     * The caller must hold the permit to write.
     *
     * @return false if a reader or another process prevents it at the moment; to be called again later
     */
    boolean finish() throws IOException, SQLException {
        pages.addAll(wal.pages());
        releaseLog();
        if (Checkpoint.truncate(url) && overwrite()) return true;
        holdLog();
        return false;
    }

    private boolean overwrite() throws IOException, SQLException {
        boolean written;
        try (var connection = SqliteDialect.connect(url);
                var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 50");
            statement.execute("begin immediate");
            if (!wal.isEmpty()) return false;
            written = file.overwriteTraces(pages);
            statement.execute("rollback");
        }
        if (written) renewCaches();
        return true;
    }

    /** Commits a change, which makes other connections discard their cached pages. */
    private void renewCaches() throws SQLException {
        try (var connection = SqliteDialect.connect(url);
                var statement = connection.createStatement()) {
            statement.execute("update hostel set probed_at = probed_at + 1 where id = 1");
        }
    }

    /** Opens a read transaction: while it is open, the log grows and is not restarted. */
    private void holdLog() throws SQLException {
        if (reader != null) return;
        reader = SqliteDialect.connect(url);
        try (var statement = reader.createStatement()) {
            statement.execute("begin");
            try (var row = statement.executeQuery("select count(*) from sqlite_schema")) {
                row.next();
            }
        }
    }

    private void releaseLog() throws SQLException {
        if (reader != null) reader.close();
        reader = null;
    }

    @Override
    public void close() throws SQLException {
        releaseLog();
    }
}
