package org.hostelchat.platform.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Creates the connections that the container pools, with the driver for the configured URL.
 *
 * <p>Our own class because SQLite's data source ignores {@code busy_timeout} and {@code transaction_mode} when it is
 * given a URL, and its driver class is not found by name from a WAR. Every connection is created by the {@link
 * DatabaseDialect}.
 */
public final class HostelDataSource implements DataSource {

    /** The maximal size of the pool. */
    public static final int MOST_CONNECTIONS = 24;

    private final boolean migrating;
    private int loginTimeout = 5;

    /** For the container, which pools what it makes. */
    public HostelDataSource() {
        this(false);
    }

    private HostelDataSource(boolean migrating) {
        this.migrating = migrating;
    }

    /** One whose connections may take as long over a statement as a migration needs. Not to be pooled. */
    static HostelDataSource forMigrations() {
        return new HostelDataSource(true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var dialect = DatabaseDialect.current();
        return migrating ? dialect.connectForMigrations(loginTimeout) : dialect.connect(loginTimeout);
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
        // Not supported: everything is logged by the server's log.
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
