package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.hostelchat.transfer.TransferDatabase;

/** What PostgreSQL does of its own where a hostel is exported or imported. */
record PostgresTransfer(PostgresDialect dialect) implements TransferDatabase {

    private static final int LOGIN_SECONDS = 10;

    @Override
    public Connection openAsOfNow() throws SQLException {
        var connection = dialect.connectForMigrations(LOGIN_SECONDS);
        try (var statement = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            // The transaction sees what is there at its first query.
            statement.execute("select 1 from hostel");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String collation() {
        return " collate \"C\"";
    }

    @Override
    public String withOwnIds() {
        return "overriding system value";
    }

    @Override
    public long lastId(Connection connection, String table) throws SQLException {
        return SingleNumber.of(
                connection,
                "select case when is_called then last_value else 0 end from " + sequence(connection, table));
    }

    @Override
    public void setLastId(Connection connection, String table, long last) throws SQLException {
        var next = Math.max(last, SingleNumber.of(connection, "select coalesce(max(id), 0) from " + table));
        if (next > 0) SingleNumber.of(connection, "select setval('" + sequence(connection, table) + "', " + next + ")");
    }

    private static String sequence(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_get_serial_sequence('" + table + "', 'id')")) {
            row.next();
            return row.getString(1);
        }
    }
}
