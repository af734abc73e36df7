package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hostelchat.launch.CannotStart;

/**
 * Checks at startup the settings of SQLite that our guarantees depend on. Our connections request all of them, but some
 * file systems do not support a write-ahead log, nor do in-memory databases.
 */
final class SqliteCheck {

    private static final Map<String, String> DEMANDS = new LinkedHashMap<>();

    static {
        DEMANDS.put("journal_mode", "wal");
        // FULL
        DEMANDS.put("synchronous", "2");
        DEMANDS.put("foreign_keys", "1");
        DEMANDS.put("secure_delete", "1");
        DEMANDS.put("busy_timeout", Integer.toString(SqliteDialect.BUSY_TIMEOUT_MILLIS));
    }

    private SqliteCheck() {}

    /** @throws CannotStart if it could lose acknowledged data, or keep erased data */
    static void of(String url) {
        try (var connection = SqliteDialect.connect(url)) {
            check(connection);
        } catch (SQLException e) {
            throw new CannotStart("The database can't be opened: " + e.getMessage());
        }
    }

    static void check(Connection connection) throws SQLException {
        for (var demand : DEMANDS.entrySet()) {
            var found = ask(connection, demand.getKey());
            if (!found.equals(demand.getValue())) {
                throw new CannotStart("The database's " + demand.getKey() + " is '" + found + "' and must be '"
                        + demand.getValue()
                        + "': it must be a file on a local file system.");
            }
        }
    }

    private static String ask(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("pragma " + pragma)) {
            row.next();
            return row.getString(1);
        }
    }
}
