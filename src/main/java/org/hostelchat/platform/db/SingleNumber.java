package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;

/** The one number that a query without parameters returns. */
final class SingleNumber {

    private SingleNumber() {}

    static long of(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
