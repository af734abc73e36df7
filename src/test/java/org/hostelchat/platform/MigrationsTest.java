package org.hostelchat.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a migration makes of rows that an earlier program has stored, on SQLite; {@code PostgresIT} starts on PostgreSQL. */
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
        try (Connection connection = HostelDataSource.sqlite("jdbc:sqlite:" + folder.resolve("hostel.db"));
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
}
