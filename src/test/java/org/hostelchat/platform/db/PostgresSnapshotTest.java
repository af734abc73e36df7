package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class PostgresSnapshotTest {

    private static final String PLACE = "jdbc:postgresql://db.hostel.example:5433/hostel";

    @Test
    void theLineOfPgDumpIsAsSafeAsTheServers() {
        var told = new PostgresSnapshot(PLACE + "?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem", "u", "p")
                .environment();
        assertEquals("db.hostel.example", told.get("PGHOST"));
        assertEquals("5433", told.get("PGPORT"));
        assertEquals("verify-full", told.get("PGSSLMODE"));
        assertEquals("/etc/ca.pem", told.get("PGSSLROOTCERT"));
        assertFalse(new PostgresSnapshot(PLACE, "u", "p").environment().containsKey("PGSSLMODE"));
    }
}
