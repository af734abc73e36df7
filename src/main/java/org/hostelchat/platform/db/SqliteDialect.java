package org.hostelchat.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.hostelchat.backup.DatabaseSnapshot;
import org.hostelchat.search.SearchIndex;
import org.hostelchat.transfer.TransferDatabase;
import org.sqlite.SQLiteConfig;

/**
 * SQLite, in this process. Deleted words stay in its file until {@link ErasureSweep} has overwritten them.
 *
 * @param url for JDBC
 * @param file the one that the URL names
 */
record SqliteDialect(String url, Path file) implements DatabaseDialect {

    /** How long a write waits for one of another process before its post is refused; short, so that a poster learns of it soon. */
    static final int BUSY_TIMEOUT_MILLIS = 400;

    static SqliteDialect of(Path file) {
        return new SqliteDialect("jdbc:sqlite:" + file, file);
    }

    @Override
    public Connection connect(int timeoutSeconds) throws SQLException {
        return connect(url);
    }

    /**
     * What does not fit into its cache while messages are copied and indexes are sorted goes to temporary files, in /var/tmp or /tmp,
     * that have no name and are gone with the connection: in memory, as for everybody else, ten million messages took 3 GB
     * beside Java's heap.
     */
    @Override
    public Connection connectForMigrations(int timeoutSeconds) throws SQLException {
        var connection = connect(url);
        try (var statement = connection.createStatement()) {
            statement.execute("pragma temp_store = file");
            statement.execute("pragma cache_size = -65536");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** One SQLite connection as the whole program uses it. */
    static Connection connect(String url) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // FULL: a commit that was reported survives power loss, not only the death of the process.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        // Erased words are overwritten with zeros, not only unlinked.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "67108864");
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-8192);
        return SqliteConnection.around(org.sqlite.JDBC.createConnection(url, config.toProperties()));
    }

    @Override
    public void check() {
        Migrations.refuseNewer(this);
        SqliteCheck.of(url);
    }

    @Override
    public String migrations() {
        return "sqlite";
    }

    /** It is the one that {@code persistence.xml} names. */
    @Override
    public void adapt(DatabaseLogin login) {}

    @Override
    public boolean hasOneWriter() {
        return true;
    }

    @Override
    public String keepingRows() {
        return "";
    }

    @Override
    public SearchIndex searchIndex() {
        return new SqliteSearchIndex();
    }

    @Override
    public DatabaseSnapshot snapshot() {
        return new SqliteSnapshot(url);
    }

    @Override
    public TransferDatabase transfer() {
        return new SqliteTransfer(url);
    }
}
