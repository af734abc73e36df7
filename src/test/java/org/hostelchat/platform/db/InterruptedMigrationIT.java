package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Over SQLite. */
class InterruptedMigrationIT extends InterruptedMigrationContractIT {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("hostel.db");
    }

    @Override
    void restore(int messages) throws IOException, SQLException {
        Files.copy(FIXTURES.resolve("hostel.sqlite"), file());
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("pragma synchronous = off");
            statement.execute("pragma cache_size = -200000");
            statement.execute("begin");
            var all = fill(
                    messages,
                    "(with recursive n(i) as (select 1 union all select i + 1 from n where i < " + messages
                            + ") select i from n)",
                    "hex(randomblob(18))",
                    "randomblob(32)");
            for (var sql : all) statement.execute(sql);
            statement.execute("commit");
        }
    }

    @Override
    Connection connect() throws SQLException {
        return SqliteDialect.connect("jdbc:sqlite:" + file());
    }

    @Override
    List<String> arguments() {
        return List.of(file().toString());
    }

    @AfterEach
    void isSound() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("pragma quick_check")) {
            found.next();
            assertEquals("ok", found.getString(1));
        }
    }
}
