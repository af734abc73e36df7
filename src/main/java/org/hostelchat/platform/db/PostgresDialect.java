package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.hostelchat.search.SearchIndex;

/**
 * A PostgreSQL server.
 *
 * @param url for JDBC; may say otherwise than what is wished for here
 */
record PostgresDialect(String url, String user, String password) implements DatabaseDialect {

    private static final List<String> OPTIONS = List.of(
            // A commit that was reported survives power loss, whatever the role's or the database's default is.
            "-c synchronous_commit=on",
            // Whoever has waited for a room's lock must then see what the one before it stored.
            "-c default_transaction_isolation=read\\ committed",
            // A statement that waits for a lock must not hold the writer for ever.
            "-c lock_timeout=5s",
            "-c statement_timeout=20s");

    @Override
    public Connection connect(int timeoutSeconds) throws SQLException {
        var login = wishes();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("loginTimeout", Integer.toString(timeoutSeconds));
        return new org.postgresql.Driver().connect(url, login);
    }

    /** What the whole house wants of a connection. */
    static Properties wishes() {
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

    @Override
    public void check() {
        PostgresCheck.of(new HostelDataSource());
    }

    @Override
    public String migrations() {
        return "postgresql";
    }

    /**
     * Customizers run last: the platform that persistence.xml names has been told by then how ids are made and that writes go
     * in batches, and only {@code usePlatform} hands that on to its successor.
     */
    @Override
    public void adapt(DatabaseLogin login) {
        login.usePlatform(new PostgreSQLPlatform());
        // A database that is gone would be asked three times more, five seconds apart, while the reader waits. The pool
        // sorts out connections that have died, and the reader can ask again.
        login.setQueryRetryAttemptCount(0);
    }

    @Override
    public boolean hasOneWriter() {
        return false;
    }

    /** The record's own form would hold the password. */
    @Override
    public String toString() {
        return "PostgreSQL at " + url;
    }

    @Override
    public SearchIndex searchIndex() {
        return new PostgresSearchIndex();
    }
}
