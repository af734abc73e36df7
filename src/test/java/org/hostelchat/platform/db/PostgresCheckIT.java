package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.support.PostgresCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The settings of PostgreSQL on which durability rests, as {@code DurabilityTest} checks those of SQLite. */
class PostgresCheckIT {

    private static PostgresCluster cluster;

    @BeforeAll
    static void open() {
        cluster = PostgresCluster.open();
    }

    @AfterAll
    static void close() {
        if (cluster != null) cluster.close();
    }

    @Test
    void ourConnectionsSurvivePowerLossWhateverTheRolesDefaults() throws SQLException {
        run("alter role hostel set synchronous_commit = off");
        run("alter role hostel set default_transaction_isolation = 'serializable'");
        try (var connection = connect(PostgresDialect.wishes())) {
            PostgresCheck.check(connection);
        } finally {
            run("alter role hostel reset all");
        }
    }

    @Test
    void aConnectionThatMayLoseWhatItAcknowledgedIsRefused() throws SQLException {
        assertRefused("synchronous_commit", "-c synchronous_commit=off");
    }

    @Test
    void aConnectionThatDoesNotSeeWhatWasStoredWhileItWaitedIsRefused() throws SQLException {
        assertRefused("transaction_isolation", "-c default_transaction_isolation=serializable");
    }

    private static void assertRefused(String setting, String options) throws SQLException {
        var wishes = PostgresDialect.wishes();
        wishes.setProperty("options", options);
        try (var connection = connect(wishes)) {
            var refused = assertThrows(CannotStart.class, () -> PostgresCheck.check(connection));
            assertTrue(refused.getMessage().contains(setting), refused.getMessage());
        }
    }

    private static Connection connect(Properties wishes) throws SQLException {
        wishes.setProperty("user", PostgresCluster.ROLE);
        wishes.setProperty("password", PostgresCluster.PASSWORD);
        return new org.postgresql.Driver().connect(cluster.url(), wishes);
    }

    private static void run(String sql) throws SQLException {
        try (var connection = cluster.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
