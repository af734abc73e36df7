package org.hostelchat.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes messages directly into the database of a server that is not running. */
final class StoredMessages {

    private static final String BODY =
            "what was said in the common room on an evening like any other, nothing much here";

    private StoredMessages() {}

    static void write(Path database, int count) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            List<Long> authors = authors(connection);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into messages "
                    + "(room_id, seq, kind, author_id, at, client_id, body) values (1, ?, 'POSTED', ?, ?, ?, ?)")) {
                long now = System.currentTimeMillis();
                for (int seq = 1; seq <= count; seq++) {
                    insert.setLong(1, seq);
                    insert.setLong(2, authors.get(seq % authors.size()));
                    insert.setLong(3, now - (count - seq) * 1_000L);
                    insert.setString(4, UUID.randomUUID().toString());
                    insert.setString(5, BODY);
                    insert.addBatch();
                    if (seq % 10_000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            try (Statement room = connection.createStatement()) {
                room.executeUpdate("update rooms set last_seq = " + count + " where id = 1");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> authors(Connection connection) throws SQLException {
        List<Long> authors = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from users where role = 'STUDENT'")) {
            while (rows.next()) {
                authors.add(rows.getLong(1));
            }
        }
        return authors;
    }
}
