package org.hostelchat.transfer;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;

/** Writes the rows of a table as lines of JSON: an object each, without the fields that are null. */
final class RowWriter {

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    /** So many rows are fetched at once. */
    private static final int FETCHED = 1_000;

    private final Table table;

    RowWriter(Table table) {
        this.table = table;
    }

    /** @return how many rows there are */
    long write(Connection connection, String collation, OutputStream out) throws IOException, SQLException {
        var rows = 0L;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (var found = statement.executeQuery(table.select(collation))) {
                for (; found.next(); rows++) out.write(line(found));
            }
        }
        return rows;
    }

    private byte[] line(ResultSet row) throws SQLException {
        var text = new StringWriter();
        try (var json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            for (var i = 0; i < table.columns().size(); i++)
                write(json, table.columns().get(i), row, i + 1);
            json.writeEnd();
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, Table.Column column, ResultSet row, int place) throws SQLException {
        switch (column.type()) {
            case NUMBER -> {
                var value = row.getLong(place);
                if (!row.wasNull()) json.write(column.name(), value);
            }
            case TRUTH -> {
                var value = row.getBoolean(place);
                if (!row.wasNull()) json.write(column.name(), value);
            }
            case BYTES -> {
                var value = row.getBytes(place);
                if (value != null) json.write(column.name(), Base64.getEncoder().encodeToString(value));
            }
            case TEXT -> {
                var value = row.getString(place);
                if (value != null) json.write(column.name(), value);
            }
        }
    }
}
