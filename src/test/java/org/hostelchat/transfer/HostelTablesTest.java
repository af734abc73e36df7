package org.hostelchat.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Whoever adds a table or a column decides here whether it is exported. */
@EachEngine
class HostelTablesTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    @Test
    void everyTableAndColumnIsListedOrLeftOutForAReason() throws SQLException {
        try (var database = engine.open(folder);
                var connection = database.connect()) {
            var real = new TreeMap<String, Set<String>>();
            for (var table : tables(connection)) {
                if (HostelTables.LEFT_OUT.containsKey(table)) continue;
                real.put(table, columns(connection, table));
            }
            var listed = new TreeMap<String, Set<String>>();
            for (var table : HostelTables.ALL) listed.put(table.name(), new TreeSet<>(table.columnNames()));
            assertEquals(
                    listed.toString().replace("], ", "]\n"), real.toString().replace("], ", "]\n"));
        }
    }

    private Set<String> tables(Connection connection) throws SQLException {
        var tables = new TreeSet<String>();
        var schema = engine == Engine.POSTGRESQL ? "public" : null;
        try (var rows = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (rows.next()) tables.add(rows.getString("TABLE_NAME"));
        }
        // The parts of the full-text index, and what SQLite keeps of its own.
        tables.removeIf(table -> table.startsWith("search_index_") || table.startsWith("sqlite_"));
        return tables;
    }

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        var columns = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            for (var i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(none.getMetaData().getColumnName(i));
            }
        }
        return columns;
    }
}
