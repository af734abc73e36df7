package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hostelchat.support.PostgresCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over PostgreSQL. */
class InterruptedMigrationOnPostgresIT extends InterruptedMigrationContractIT {

    private PostgresCluster database;

    @Override
    void restore(int messages) throws SQLException {
        database = PostgresCluster.open();
        database.load(FIXTURES.resolve("hostel-postgresql.sql"));
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var all = fill(
                    messages,
                    "generate_series(1::bigint, " + messages + ") as n(i)",
                    "gen_random_uuid()::text",
                    "sha256(i::text::bytea)");
            for (var sql : all) statement.execute(sql);
        }
    }

    @Override
    Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    List<String> arguments() {
        return List.of(database.url(), PostgresCluster.ROLE, PostgresCluster.PASSWORD);
    }

    /** The usual connections end a statement after 20 seconds, and give up a silent server after 25: an index takes longer. */
    @Test
    void noStatementIsBrokenOffBecauseItTakesMinutes() throws SQLException {
        database = PostgresCluster.open();
        var dialect = new PostgresDialect(database.url(), PostgresCluster.ROLE, PostgresCluster.PASSWORD);
        try (var connection = dialect.connectForMigrations(5);
                var statement = connection.createStatement();
                var limit = statement.executeQuery("show statement_timeout")) {
            limit.next();
            assertEquals("1h", limit.getString(1));
            assertEquals(3_700_000, connection.getNetworkTimeout());
        }
    }

    @AfterEach
    void end() {
        if (database != null) database.close();
    }
}
