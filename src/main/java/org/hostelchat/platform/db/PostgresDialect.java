package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.hostelchat.backup.DatabaseSnapshot;
import org.hostelchat.search.SearchIndex;
import org.hostelchat.transfer.TransferDatabase;

/**
 * A PostgreSQL server.
 *
 * @param url for JDBC; may say otherwise than what is wished for here
 */
record PostgresDialect(String url, String user, String password) implements DatabaseDialect {

    private static final List<String> DURABLE = List.of(
            // A commit that was reported survives power loss, whatever the role's or the database's default is.
            "-c synchronous_commit=on",
            // Whoever has waited for a room's lock must then see what the one before it stored.
            "-c default_transaction_isolation=read\\ committed");

    /**
     * A statement that waits for a lock must not hold the writer for ever; nor may a server that is frozen or cut off in
     * the middle of a transaction keep the locks of rooms from the others.
     */
    private static final List<String> QUICK =
            List.of("-c lock_timeout=5s", "-c statement_timeout=20s", "-c idle_in_transaction_session_timeout=10s");

    /** Copying a table or making an index takes minutes where there are millions of messages; a dump that runs may hold a lock. */
    private static final List<String> PATIENT = List.of("-c lock_timeout=5min", "-c statement_timeout=1h");

    /** From this version on a server can look whether its client is still there while it works for it. */
    private static final int LOOKS_FOR_ITS_CLIENT = 14;

    @Override
    public Connection connect(int timeoutSeconds) throws SQLException {
        return connect(timeoutSeconds, wishes());
    }

    /**
     * Where the program is killed, PostgreSQL goes on with the statement that it is at, with all locks held: it is asked to look
     * for us now and then, so that the next start does not find these locks.
     */
    @Override
    public Connection connectForMigrations(int timeoutSeconds) throws SQLException {
        var wishes = wishes();
        // Later than the statement's own limit.
        wishes.setProperty("socketTimeout", "3700");
        wishes.setProperty("options", options(PATIENT));
        var connection = connect(timeoutSeconds, wishes);
        try (var statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() >= LOOKS_FOR_ITS_CLIENT) {
                statement.execute("set client_connection_check_interval = '1s'");
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String options(List<String> patience) {
        return String.join(" ", DURABLE) + " " + String.join(" ", patience);
    }

    private Connection connect(int timeoutSeconds, Properties login) throws SQLException {
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("loginTimeout", Integer.toString(timeoutSeconds));
        return new org.postgresql.Driver().connect(url, login);
    }

    /** What every connection needs. */
    static Properties wishes() {
        var wishes = new Properties();
        wishes.setProperty("ApplicationName", "hostel-chat");
        wishes.setProperty("connectTimeout", "5");
        // A host that has vanished says nothing, not even no, and the writer would wait for it for ever. Later than the
        // statement's own limit, so that a living server's word comes first, and sooner than a poster's patience ends.
        wishes.setProperty("socketTimeout", "25");
        wishes.setProperty("tcpKeepAlive", "true");
        wishes.setProperty("options", options(QUICK));
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

    /**
     * The weakest lock that a deletion waits for: it does not wait for updates, nor they for it. Rows that somebody is
     * deleting count as gone: their transaction may wait for a room, and all posts of this node would wait for it.
     */
    @Override
    public String keepingRows() {
        return " for key share skip locked";
    }

    @Override
    public SearchIndex searchIndex() {
        return new PostgresSearchIndex();
    }

    @Override
    public DatabaseSnapshot snapshot() {
        return new PostgresSnapshot(url, user, password);
    }

    @Override
    public TransferDatabase transfer() {
        return new PostgresTransfer(this);
    }
}
