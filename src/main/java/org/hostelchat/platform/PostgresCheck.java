package org.hostelchat.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Asks a PostgreSQL server, at start, for what our promises rest on. Most of it our connections wish for themselves; but a
 * pooler between may drop their wishes, and the rest is the administrator's to set.
 */
final class PostgresCheck {

    /** The first that makes UUIDs without an extension. */
    private static final int OLDEST = 13;

    private static final Map<String, String> DEMANDS = new LinkedHashMap<>();

    static {
        DEMANDS.put("server_encoding", "UTF8");
        DEMANDS.put("synchronous_commit", "on");
        DEMANDS.put("fsync", "on");
        DEMANDS.put("full_page_writes", "on");
        DEMANDS.put("transaction_isolation", "read committed");
    }

    private PostgresCheck() {}

    /** @throws SettingsException if the server can't be reached, is too old, or would lose what was acknowledged */
    static void of(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            check(connection);
        } catch (SQLException e) {
            throw new SettingsException("The database can't be reached: " + e.getMessage());
        }
    }

    static void check(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new SettingsException("PostgreSQL " + OLDEST + " or newer is needed; this is " + version + ".");
        }
        for (var demand : DEMANDS.entrySet()) {
            var found = show(connection, demand.getKey());
            if (!found.equals(demand.getValue())) {
                throw new SettingsException("The database's " + demand.getKey() + " is '" + found + "' and must be '"
                        + demand.getValue() + "': see docs/operations.md, PostgreSQL.");
            }
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
