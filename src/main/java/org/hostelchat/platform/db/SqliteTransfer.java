package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.hostelchat.transfer.TransferDatabase;

/**
 * What SQLite does of its own where a hostel is exported or imported.
 *
 * @param url of the database
 */
record SqliteTransfer(String url) implements TransferDatabase {

    /** The driver's own connection: those of the pool take the write lock. With write-ahead logging others write meanwhile. */
    @Override
    public Connection openAsOfNow() throws SQLException {
        var connection = org.sqlite.JDBC.createConnection(url, new Properties());
        try (var statement = connection.createStatement()) {
            statement.execute("pragma query_only = on");
            statement.execute("pragma temp_store = file");
            statement.execute("pragma cache_size = -65536");
            statement.execute("begin");
            // The transaction sees what is there at its first read.
            statement.execute("select 1 from hostel");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String collation() {
        return "";
    }

    @Override
    public String withOwnIds() {
        return "";
    }

    @Override
    public long lastId(Connection connection, String table) throws SQLException {
        return SingleNumber.of(
                connection,
                "select max(coalesce((select seq from sqlite_sequence where name = '" + table
                        + "'), 0), coalesce((select max(id) from " + table + "), 0))");
    }

    @Override
    public void setLastId(Connection connection, String table, long last) throws SQLException {
        // Others go on after their last row.
        if (SingleNumber.of(
                        connection,
                        "select count(*) from sqlite_schema where name = '" + table
                                + "' and lower(sql) like '%autoincrement%'")
                == 0) return;
        var next = Math.max(last, lastId(connection, table));
        run(connection, "delete from sqlite_sequence where name = '" + table + "'");
        run(connection, "insert into sqlite_sequence (name, seq) values ('" + table + "', " + next + ")");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
