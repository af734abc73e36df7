package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.PostgresCluster;

/**
 * A database that a newer release has migrated, as its rules permit: each table has a column more, and there is a table
 * more. Closing it takes that away.
 */
final class NewerSchema implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final PostgresCluster postgres;
    private final List<String> tables = new ArrayList<>();

    NewerSchema(PostgresCluster postgres) throws SQLException {
        this.postgres = postgres;
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'"
                    + " and tablename <> 'flyway_schema_history'")) {
                while (rows.next()) tables.add(rows.getString(1));
            }
            for (var table : tables) statement.execute("alter table " + table + " add column of_a_newer_release text");
            statement.execute("create table of_a_newer_release (id bigint primary key)");
            statement.execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " checksum, installed_by, execution_time, success) values"
                    + " (9999, '9999', 'newer', 'SQL', 'V9999__newer.sql', 0, current_user, 0, true)");
        }
    }

    /** A server of this release does not start over it, and says why. */
    void assertRefused() {
        try (var old = HostelServer.with().over(postgres).launch()) {
            assertEquals(78, old.awaitExit(LIMIT));
            assertTrue(
                    old.log().tail(40).contains("newer than this program"),
                    old.log().tail(40));
        }
    }

    @Override
    public void close() throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            for (var table : tables) statement.execute("alter table " + table + " drop column of_a_newer_release");
            statement.execute("drop table of_a_newer_release");
            statement.execute("delete from flyway_schema_history where version = '9999'");
        }
    }
}
