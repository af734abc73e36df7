package org.hostelchat.transfer;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hostelchat.transfer.archive.NotAnExport;

/** Stores the lines of a table. What can't be a row of it is refused. */
final class RowReader {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** So many rows are sent to the database at once. */
    private static final int BATCH = 500;

    private final Table table;
    private final List<Table.Column> columns;

    /** @param names of the columns that the export has; those that it lacks get the database's default */
    RowReader(Table table, List<String> names) throws NotAnExport {
        this.table = table;
        this.columns = table.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
        if (columns.size() != names.size()) throw new NotAnExport(NotAnExport.Reason.NEWER, table.name());
    }

    /** @return how many rows there were */
    long read(InputStream lines, Connection connection, String withOwnIds) throws IOException, SQLException {
        var rows = 0L;
        var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        try (var statement = connection.prepareStatement(insert(withOwnIds))) {
            for (String line; (line = reader.readLine()) != null; ) {
                set(statement, object(line));
                statement.addBatch();
                if (++rows % BATCH == 0) statement.executeBatch();
            }
            statement.executeBatch();
        }
        return rows;
    }

    private String insert(String withOwnIds) {
        var names = columns.stream().map(Table.Column::name).toList();
        return "insert into " + table.name() + " (" + String.join(", ", names) + ") "
                + (table.hasIds() ? withOwnIds : "") + " values (?" + ", ?".repeat(names.size() - 1) + ")";
    }

    private JsonObject object(String line) throws NotAnExport {
        try (var reader = READERS.createReader(new StringReader(line))) {
            return reader.readObject();
        } catch (RuntimeException | StackOverflowError e) {
            throw damaged();
        }
    }

    private void set(PreparedStatement statement, JsonObject row) throws NotAnExport, SQLException {
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var value = row.get(column.name());
            try {
                set(statement, i + 1, column.type(), value);
            } catch (ClassCastException | ArithmeticException | IllegalArgumentException e) {
                throw damaged();
            }
        }
    }

    private static void set(PreparedStatement statement, int place, Table.Type type, JsonValue value)
            throws SQLException {
        var isNull = value == null || value == JsonValue.NULL;
        switch (type) {
            case NUMBER -> {
                if (isNull) statement.setNull(place, Types.BIGINT);
                else statement.setLong(place, ((JsonNumber) value).longValueExact());
            }
            case TRUTH -> {
                if (isNull) statement.setNull(place, Types.BOOLEAN);
                else statement.setBoolean(place, truth(value));
            }
            case BYTES -> {
                if (isNull) statement.setNull(place, Types.BINARY);
                else statement.setBytes(place, Base64.getDecoder().decode(((JsonString) value).getString()));
            }
            case TEXT -> {
                if (isNull) statement.setNull(place, Types.VARCHAR);
                else statement.setString(place, ((JsonString) value).getString());
            }
        }
    }

    private static boolean truth(JsonValue value) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) throw new IllegalArgumentException("no truth");
        return value == JsonValue.TRUE;
    }

    private NotAnExport damaged() {
        return new NotAnExport(NotAnExport.Reason.DAMAGED, table.name());
    }
}
