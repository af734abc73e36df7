package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Empties a copy of a database to the state after its migrations: far faster than creating another one. */
final class PostgresReset {

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history' order by table_name";

    /** All columns and indexes in one word: whether a test has altered any. */
    private static final String SHAPE =
            "select md5((select string_agg(table_name || '.' || column_name || data_type, ','"
                    + " order by table_name, column_name) from information_schema.columns where table_schema = 'public')"
                    + " || (select string_agg(indexname, ',' order by indexname) from pg_indexes where schemaname = 'public'))";

    private final String script;
    private final String shape;

    private PostgresReset(String script, String shape) {
        this.script = script;
        this.shape = shape;
    }

    /** Puts what is in this database, which is to be copied, aside within it. */
    static PostgresReset keepingWhatIsIn(PostgresDialect template) {
        try (var connection = template.connect(10)) {
            var tables = column(connection, TABLES);
            var script = new ArrayList<String>();
            script.add("truncate " + String.join(", ", tables) + " restart identity cascade");
            execute(connection, "create schema seed");
            for (var table : tables) {
                if (column(connection, "select 1 from " + table + " limit 1").isEmpty()) continue;
                execute(connection, "create table seed." + table + " as select * from " + table);
                script.add("insert into " + table + " select * from seed." + table);
            }
            // Numbers go on after those that are taken.
            script.add("select setval(pg_get_serial_sequence('rooms', 'id'), (select max(id) from rooms))");
            return new PostgresReset(
                    String.join("; ", script), column(connection, SHAPE).get(0));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** @return false if the database can't be used again: its tables are others, or somebody holds on to them */
    boolean empty(PostgresDialect copy) {
        try (var connection = copy.connect(10)) {
            if (!column(connection, SHAPE).get(0).equals(shape)) return false;
            execute(connection, script);
            return true;
        } catch (SQLException held) {
            return false;
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) values.add(rows.getString(1));
        }
        return values;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
