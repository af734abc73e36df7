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
 * Overwrites whatever stands in the free space of a SQLite database's pages: what was deleted before a pass began is in none of
 * its files any more when the pass is done.
 *
 * <p>{@link #look} reads the whole file, beside everybody who reads and writes, and {@link #finish} overwrites what it found,
 * within one turn to write. A transaction that is stored in between may move traces from one page to another; all pages that it
 * wrote are in the write-ahead log, which the pass keeps from being begun anew until then, and they are looked at again. Nobody
 * writes but in turn.
 *
 * <p>For one thread.
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
     * @param file the same, open
     */
    ErasurePass(String url, Path path, DatabaseFile file) {
        this.url = url;
        this.file = file;
        this.wal = new Wal(path);
    }

    /**
     * Reads the whole file.
     *
     * @param goOn asked now and then
     * @throws IOException if it can't be read, or {@code goOn} says no
     */
    void look(BooleanSupplier goOn) throws IOException, SQLException {
        holdLog();
        pages.addAll(file.pagesWithTraces(goOn));
    }

    /**
     * To be called by whoever has the turn to write.
     *
     * @return false if a reader, or another process, keeps it from it for the moment; to be called again then
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

    /** Connections look again at what they keep of pages once somebody else has stored something. */
    private void renewCaches() throws SQLException {
        try (var connection = SqliteDialect.connect(url);
                var statement = connection.createStatement()) {
            statement.execute("update hostel set probed_at = probed_at + 1 where id = 1");
        }
    }

    /** As long as somebody reads what was stored before, the log grows and is not begun anew. */
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
