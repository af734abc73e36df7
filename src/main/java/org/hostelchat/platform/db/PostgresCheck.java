package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hostelchat.launch.CannotStart;

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

    /** What passes by itself: nobody answers there (yet), it is only starting, too many are there already. */
    private static final Pattern FOR_NOW = Pattern.compile("08...|57P03|53300");

    /** @throws CannotStart if the server can't be reached, is too old, or would lose what was acknowledged */
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
