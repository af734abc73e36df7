package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a migration makes of rows that an earlier version has stored, on SQLite; {@code PostgresIT} starts on
 * PostgreSQL.
 */
class MigrationsTest {

    @TempDir
    private Path folder;

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + folder.resolve("hostel.db"), null, null)
                .locations("classpath:META-INF/db/sqlite")
                .target(version)
                .load()
                .migrate();
    }

    private BareDatabase migrated() {
        return new BareDatabase(folder.resolve("hostel.db"));
    }

    private void store(String sql) throws SQLException {
        try (Connection connection = SqliteDialect.connect("jdbc:sqlite:" + folder.resolve("hostel.db"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void passwordsThatPeopleChoseMayHaveBeenMisread() throws SQLException {
        migrateTo("3");
        store("insert into users (id, name, name_key, enrolment_number, enrolment_key, password_hash, role,"
                + " must_change_password, password_set_at, created_at) values"
                + " (1, 'Asha', 'asha', 'A', 'a', '-', 'STUDENT', 0, 0, 0),"
                + " (2, 'Newcomer', 'newcomer', 'N', 'n', '-', 'STUDENT', 1, 0, 0)");
        try (var database = migrated()) {
            assertEquals(1, database.query("select password_perhaps_misread from users where id = 1"));
            assertEquals(0, database.query("select password_perhaps_misread from users where id = 2"));
        }
    }

    @Test
    void peopleAreFoundAndWhatPagesMisreadIsMended() throws SQLException {
        migrateTo("3");
        store("insert into users (id, name, name_key, enrolment_number, enrolment_key, password_hash, role,"
                + " password_set_at, created_at) values"
                + " (1, 'Ren\u00c3\u00a9e D\u2019Souza', 'x', '2023/CS-1', '2023/cs-1', '-', 'STUDENT', 0, 0),"
                + " (2, 'Ren\u00c3\u00a9e', 'x', 'B', 'b', '-', 'STUDENT', 0, 0),"
                + " (3, '\u0130lker I\u015f\u0131k', 'x', 'C', 'c', '-', 'STUDENT', 0, 0),"
                + " (4, 'Zo\u00eb\u00a0', 'x', 'D', 'd', '-', 'STUDENT', 0, 0)");
        store("insert into rooms (id, kind, name, created_at) values (2, 'NOTICE', 'Caf\u00c3\u00a9', 0)");
        store("insert into notices (id, room_id, title, text, acknowledge, at) values"
                + " (1, 2, 'Caf\u00c3\u00a9', 'na\u00efve', 0, 0)");
        try (var database = migrated()) {
            assertEquals("Ren\u00c3\u00a9e D\u2019Souza", database.query("select name from users where id = 1"));
            assertEquals("Renée", database.query("select name from users where id = 2"));
            assertEquals("renée", database.query("select name_key from users where id = 2"));
            assertEquals("ilker işik", database.query("select name_key from users where id = 3"));
            assertEquals("Zoë", database.query("select name from users where id = 4"));
            assertEquals("zoe\nd\nd", database.query("select search_key from users where id = 4"));
            assertEquals("Café", database.query("select title from notices"));
            assertEquals("naïve", database.query("select text from notices"));
            assertEquals("Café", database.query("select name from rooms where id = 2"));
        }
    }

    @Test
    void whatWasAcknowledgedStaysSoInTheVersionThatItWas() throws SQLException {
        migrateTo("3");
        store("insert into users (id, name, name_key, enrolment_number, enrolment_key, password_hash, role,"
                + " password_set_at, created_at) values (1, 'Asha', 'asha', 'A', 'a', '-', 'STUDENT', 0, 0)");
        store("insert into rooms (id, kind, name, created_at) values"
                + " (2, 'NOTICE', 'x', 0), (3, 'NOTICE', 'x', 0), (4, 'NOTICE', 'x', 0), (5, 'NOTICE', 'x', 0)");
        store(
                "insert into notices (id, room_id, title, text, acknowledge, at, edited_at) values"
                        + " (1, 2, 'x', 'x', 1, 0, null), (2, 3, 'x', 'x', 1, 0, 50), (3, 4, 'x', 'x', 1, 0, 50), (4, 5, 'x', 'x', 1, 0, 50)");
        store("insert into receipts (notice_id, user_id, read_at, acknowledged_at) values"
                + " (1, 1, 9, 10), (2, 1, 9, 10), (3, 1, 9, 60), (4, 1, 9, null)");
        try (var database = migrated()) {
            assertEquals(
                    "1,1,2,-",
                    database.query("select group_concat(coalesce(acknowledged_version, '-'))"
                            + " from (select * from receipts order by notice_id)"));
            assertEquals(
                    "1,2,2,2", database.query("select group_concat(version) from (select * from notices order by id)"));
            assertEquals(1, database.query("select max(asked_version) from notices"));
        }
    }

    @Test
    void officialsFindRoomsThatWereMadeBefore() throws SQLException {
        migrateTo("3");
        store("insert into rooms (id, kind, name, created_at) values (2, 'NOTICE', 'Caf\u00e9 \u0928\u0932', 0)");
        try (var database = migrated()) {
            assertEquals("cafe \u0928\u0932", database.query("select search_key from rooms where id = 2"));
            assertEquals("common room", database.query("select search_key from rooms where id = 1"));
        }
    }
}
