package org.hostelchat.platform;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;

/**
 * Makes the connections that the container pools, by the driver that the configured URL asks for.
 *
 * <p>A class of our own because SQLite's data source drops {@code busy_timeout} and {@code transaction_mode} when it is
 * given a URL, and its driver class is not found from a WAR by name. Every connection has the settings that durability rests
 * on; on PostgreSQL, which has a say of its own in them, {@link PostgresCheck} asks for them at start.
 */
public final class HostelDataSource implements DataSource {

    /** How long a write waits for one of another process before its post is refused; short, so that a poster learns of it soon. */
    static final int BUSY_TIMEOUT_MILLIS = 400;

    private static final List<String> OPTIONS = List.of(
            // A commit that was reported survives power loss, whatever the role's or the database's default is.
            "-c synchronous_commit=on",
            // Whoever has waited for a room's lock must then see what the one before it stored.
            "-c default_transaction_isolation=read\\ committed",
            // A statement that waits for a lock must not hold the writer for ever.
            "-c lock_timeout=5s",
            "-c statement_timeout=20s");

    private int loginTimeout = 5;

    @Override
    public Connection getConnection() throws SQLException {
        var settings = HostelSettings.current();
        if (settings.onSqlite()) return sqlite(settings.databaseUrl());
        var login = postgresql();
        login.setProperty("user", settings.text(HostelSettings.Key.DATABASE_USER));
        login.setProperty("password", settings.text(HostelSettings.Key.DATABASE_PASSWORD));
        login.setProperty("loginTimeout", Integer.toString(loginTimeout));
        return new org.postgresql.Driver().connect(settings.databaseUrl(), login);
    }

    /** What the whole house wants of a connection to PostgreSQL; a URL may say otherwise. */
    static Properties postgresql() {
        var wishes = new Properties();
        wishes.setProperty("ApplicationName", "hostel-chat");
        wishes.setProperty("connectTimeout", "5");
        // A host that has vanished says nothing, not even no, and the writer would wait for it for ever. Later than the
        // statement's own limit, so that a living server's word comes first, and sooner than a poster's patience ends.
        wishes.setProperty("socketTimeout", "25");
        wishes.setProperty("tcpKeepAlive", "true");
        wishes.setProperty("options", String.join(" ", OPTIONS));
        return wishes;
    }

    /** One SQLite connection as the whole house uses it. */
    static Connection sqlite(String url) throws SQLException {
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
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // The server's log is the only one.
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) return type.cast(this);
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
