package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.PostgresCluster;
import org.junit.jupiter.api.AfterAll;

/** A database of the first version on PostgreSQL, restored from a dump as an operator does it. */
class FirstVersionOnPostgresIT extends FirstVersionContractIT {

    private PostgresCluster database;

    @Override
    void restore() {
        database = PostgresCluster.open();
        database.load(FIXTURES.resolve("hostel-postgresql.sql"));
    }

    @Override
    HostelServer.Setup server() {
        return HostelServer.with()
                .setting("hostel.database.url", database.url())
                .setting("hostel.database.user", PostgresCluster.ROLE)
                .setting("hostel.database.password", PostgresCluster.PASSWORD);
    }

    @AfterAll
    void endDatabase() {
        if (database != null) database.close();
    }

    @Override
    Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    void assertSound() throws SQLException {
        assertEquals(List.of(), rows("select conname from pg_constraint where not convalidated"));
        assertEquals(List.of(), rows("select indexrelid::regclass from pg_index where not indisvalid"));
        assertEquals(
                List.of(),
                rows("select tablename from pg_tables where schemaname = 'public' and tablename like '%next%'"));
    }
}
