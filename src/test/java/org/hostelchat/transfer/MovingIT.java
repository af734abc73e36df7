package org.hostelchat.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.PostgresCluster;
import org.hostelchat.support.Script;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hostel that moves in from the report program, and then from SQLite to PostgreSQL, by the command line. */
class MovingIT {

    private static final String WORDS = "चाय कितने बजे? தேநீர்?";

    @TempDir
    Path folder;

    @Test
    void aHostelMovesInAndThenToAnotherDatabase() throws Exception {
        Assumptions.assumeTrue(PostgresCluster.isInstalled(), PostgresCluster.MISSING);
        var export = folder.resolve("export.zip");
        try (var server = HostelServer.with().start()) {
            var hostel = hostel(server);
            moveIn(hostel);
            var listed = server.residents()
                    .admin("Warden")
                    .api()
                    .get("/admin/messages")
                    .expect(200)
                    .body();
            assertTrue(listed.contains("ஒருவர்") && listed.contains("somebody unknown"), listed);
            assertFalse(listed.contains("{name}"), listed);
            var exported = hostel.run("export", export.toString());
            assertEquals(0, exported.code(), exported.err());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(export)));
            assertEquals(2, hostel.run("export", export.toString()).code());
            assertEquals(1, hostel.run("import", export.toString()).code());
        }
        try (var cluster = PostgresCluster.open();
                var server = HostelServer.with().over(cluster).start()) {
            var hostel = hostel(server);
            var imported = hostel.run("import", export.toString());
            assertEquals(0, imported.code(), imported.err());
            var messages = hostel.run("messagelist").out();
            assertTrue(messages.contains(WORDS) && messages.contains("आशा राव"), messages);
            assertEquals(0, hostel.run("verify-record").code());
            assertTrue(hostel.run("registerstudent", "--name", "Ravi", "--enrolment", "N-1")
                            .code()
                    == 0);
        }
    }

    private void moveIn(Script hostel) throws SQLException, IOException {
        var report = folder.resolve("report.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + report);
                var statement = connection.createStatement()) {
            statement.execute("create table users (pid integer primary key, name, enr_no, password, is_admin)");
            statement.execute("create table messages (mid integer primary key, sender, date, data)");
            statement.execute("insert into users values (1, 'आशा राव', '1/A', 'x', 1), (2, NULL, NULL, NULL, NULL)");
            statement.execute("insert into messages values (1, '1/A', '2020-01-02 03:04:05', '" + WORDS
                    + "'), (2, 'gone', '2020-01-02 03:04:06', 'ஒருவர்')");
        }
        var look = hostel.run("import-report", report.toString(), "--look");
        assertEquals(0, look.code(), look.err());
        var slips = folder.resolve("slips.csv");
        var moved = hostel.run("import-report", report.toString(), "--slips", slips.toString());
        assertEquals(0, moved.code(), moved.err());
        assertTrue(moved.err().contains("2 people: 1 get an account"), moved.err());
        assertTrue(Files.readString(slips).contains("1/A"));
        var again = hostel.run("import-report", report.toString());
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("nothing to do"), again.out());
        var foreign = Files.writeString(folder.resolve("notes.txt"), "no database");
        assertEquals(1, hostel.run("import-report", foreign.toString()).code());
    }

    private static Script hostel(HostelServer server) {
        return Script.hostel().with("HOSTEL_DATA", server.data()).with("HOSTEL_LANGUAGE", "en");
    }
}
