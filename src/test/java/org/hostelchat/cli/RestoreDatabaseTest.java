package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the programs of PostgreSQL are told of the database. */
class RestoreDatabaseTest {

    private static final String PLACE = "jdbc:postgresql://db.hostel.example:5433/hostel";

    @Test
    void theLineIsAsSafeAsTheServers() {
        var told = RestoreDatabase.at(
                        PLACE + "?ApplicationName=chat&sslmode=verify-full&sslrootcert=%2Fetc%2Fhostel%20ca.pem",
                        "u",
                        "p")
                .environment();
        assertEquals("verify-full", told.get("PGSSLMODE"));
        assertEquals("/etc/hostel ca.pem", told.get("PGSSLROOTCERT"));
        assertEquals("5433", told.get("PGPORT"));
        assertEquals("hostel", told.get("PGDATABASE"));
        assertNull(RestoreDatabase.at(PLACE, "u", "p").environment().get("PGSSLMODE"));
    }

    @Test
    void whatCannotBeSaidToThemIsRefusedByName() {
        for (var other : new String[] {"ssl=true", "sslcert=/c", "sslfactory=x", "sslkey"}) {
            var refused = assertThrows(
                    Failure.class, () -> RestoreDatabase.at(PLACE + "?sslmode=require&" + other, "u", "p"));
            assertTrue(refused.getMessage().contains(other.replaceAll("=.*", "")), refused.getMessage());
        }
    }
}
