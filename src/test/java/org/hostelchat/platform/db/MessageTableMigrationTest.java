package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A database of the first version is migrated with everything in it. */
class MessageTableMigrationTest {

    @TempDir
    private Path folder;

    private SQLiteDataSource source;
    private SqliteDialect sqlite;

    @BeforeEach
    void makeDatabaseOfTheFirstVersion() throws SQLException {
        source = new SQLiteDataSource();
        sqlite = SqliteDialect.of(folder.resolve("hostel.db"));
        source.setUrl(sqlite.url());
        source.setEnforceForeignKeys(true);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:META-INF/db/sqlite")
                .target("3")
                .load()
                .migrate();
        run("insert into users (id, name, name_key, enrolment_number, enrolment_key, password_hash, role,"
                + " password_set_at, created_at) values (1, 'आशा', 'आशा', 'A-1', 'a-1', 'x', 'STUDENT', 0, 0)");
        run("insert into rooms (id, kind, name, last_seq, created_at) values (2, 'NOTICE', 'Mess', 1, 0)");
        run("insert into notices (room_id, title, text, acknowledge, at) values (2, 'Mess', 'Closed', 0, 0)");
        message(1, 1, "'POSTED', 1, 10, 'id-1', 'नमस्ते', x'00', null, 12");
        message(1, 2, "'EDITED', 1, 12, null, 'नमस्ते', null, 1, null");
        message(1, 3, "'TOMBSTONE', 1, 13, 'id-3', null, null, null, null");
        message(1, 4, "'DELETED', 1, 14, null, null, null, 3, null");
        message(1, 5, "'POSTED', 1, 15, 'id-5', 'tea?', x'01', null, null");
        message(2, 1, "'POSTED', 1, 16, 'id-6', 'when?', x'02', null, null");
        run("update rooms set last_seq = 5 where id = 1");
        run("insert into memberships (user_id, room_id, read_seq) values (1, 1, 4)");
    }

    private void message(long room, long seq, String rest) throws SQLException {
        run("insert into messages (room_id, seq, kind, author_id, at, client_id, body, body_hash, target, edited_at)"
                + " values (" + room + ", " + seq + ", " + rest + ")");
    }

    @Test
    void keepsEveryNumberWordClientIdAndReadMark() throws SQLException {
        var events = "select room_id, seq, kind, author_id, at, client_id, body, hex(body_hash), target, edited_at"
                + " from messages order by room_id, seq";
        var before = rows(events);
        migrate();

        assertEquals(before, rows(events));
        assertEquals(List.of("1|1|4"), rows("select user_id, room_id, read_seq from read_marks"));
        assertEquals(List.of("2|Mess"), rows("select room_id, title from notices"));
        assertEquals(List.of("ok"), rows("pragma integrity_check"));
        assertEquals(List.of(), rows("pragma foreign_key_check"));
    }

    @Test
    void countsPostsBesideTheNumbers() throws SQLException {
        migrate();

        assertEquals(
                List.of("1|1|1", "2|0|1", "3|1|2", "4|0|2", "5|1|3"),
                rows("select seq, post, posts from messages where room_id = 1 order by seq"));
        assertEquals(List.of("1|3", "2|1"), rows("select id, posts from rooms order by id"));
    }

    @Test
    void roomsMayBeOfNewKinds() throws SQLException {
        migrate();
        run("insert into rooms (kind, name, last_seq, created_at) values ('GROUP', 'चाय', 0, 0)");
        assertEquals(List.of("3"), rows("select id from rooms where kind = 'GROUP'"));
    }

    private void migrate() {
        Migrations.run(source, sqlite);
    }

    private void run(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var cells = new ArrayList<String>();
                for (var i = 1; i <= columns; i++) cells.add(result.getString(i));
                rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }
}
