package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hostelchat.launch.CannotStart;

/**
 * Checks at startup the settings of a PostgreSQL server that our guarantees depend on. Our connections request most of
 * them, but a connection pooler may drop such requests, and the rest is set by the administrator.
 */
final class PostgresCheck {

    /** The first version with UUIDs without an extension. */
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

    /** SQLSTATEs of temporary failures: no connection, the server is starting, too many connections. */
    private static final Pattern FOR_NOW = Pattern.compile("08...|57P03|53300");

    /** @throws CannotStart if the server cannot be reached, is too old, or could lose acknowledged data */
    static void of(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            check(connection);
        } catch (SQLException e) {
            var why = "The database can't be reached: " + e.getMessage();
            throw isForNow(e) ? CannotStart.forNow(why) : new CannotStart(why);
        }
    }

    private static boolean isForNow(SQLException e) {
        return e.getSQLState() != null && FOR_NOW.matcher(e.getSQLState()).matches();
    }

    static void check(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new CannotStart("PostgreSQL " + OLDEST + " or newer is needed; this is " + version + ".");
        }
        for (var demand : DEMANDS.entrySet()) {
            var found = show(connection, demand.getKey());
            if (!found.equals(demand.getValue())) {
                throw new CannotStart("The database's " + demand.getKey() + " is '" + found + "' and must be '"
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
