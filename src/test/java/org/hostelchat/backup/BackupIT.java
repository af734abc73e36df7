package org.hostelchat.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.PostgresCluster;
import org.hostelchat.support.Script;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is taken while people talk, and restored. */
class BackupIT {

    private static final long COMMON = 1;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String BEFORE = "चाय चार बजे – தேநீர் நான்கு மணிக்கு";
    private static final String AFTER = "written after the backup";

    @TempDir
    Path folder;

    @Test
    void whatABackupHoldsIsThereAgainAndClientsLearnThatThePastHasChanged() throws IOException {
        try (var server = HostelServer.with().start()) {
            backUpAndRestore(server, hostel(server), () -> {});
        }
    }

    @Test
    void theSameOverPostgresql() throws IOException {
        Assumptions.assumeTrue(PostgresCluster.isInstalled(), PostgresCluster.MISSING);
        try (var cluster = PostgresCluster.open();
                var server = HostelServer.with().over(cluster).start()) {
            backUpAndRestore(
                    server,
                    hostel(server)
                            .with("HOSTEL_DATABASE_URL", cluster.url())
                            .with("HOSTEL_DATABASE_USER", PostgresCluster.ROLE)
                            .with("HOSTEL_DATABASE_PASSWORD", PostgresCluster.PASSWORD),
                    () -> addTable(cluster));
            assertEquals(0, cluster.count("select count(*) from pg_tables where tablename = 'of_a_newer_program'"));
        }
    }

    /** As a newer program would: the backup knows nothing of it, and it refers to a table that the backup has. */
    private static void addTable(PostgresCluster cluster) {
        try (var connection = cluster.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table of_a_newer_program (user_id bigint references users (id))");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void backUpAndRestore(HostelServer server, Script hostel, Runnable meanwhile) throws IOException {
        var asha = server.residents().student("आशा राव");
        var epoch = epoch(asha.api());
        var talking = new AtomicBoolean(true);
        var file = folder.resolve("hostel.zip");
        say(asha.api(), BEFORE);
        var talk = CompletableFuture.runAsync(() -> {
            for (var i = 0; talking.get(); i++) say(asha.api(), "while it is taken " + i);
        });
        var taken = hostel.run("backup", file.toString());
        talking.set(false);
        talk.join();
        assertEquals(0, taken.code(), taken.err());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("hostel.zip"), names(folder));
        say(asha.api(), AFTER);
        meanwhile.run();
        var ravi = server.residents().student("Ravi");

        var again = hostel.run("backup", file.toString());
        assertEquals(2, again.code());
        assertTrue(again.err().contains("is there already"), again.err());
        var running = hostel.run("restore", file.toString(), "--yes");
        assertEquals(1, running.code(), running.err());
        assertTrue(running.err().contains("A server runs on"), running.err());

        server.stop();
        refusesWhatIsNoWholeBackup(hostel, file);
        assertEquals(2, hostel.run("restore", file.toString()).code());
        var restored = hostel.run("restore", file.toString(), "--yes");
        assertEquals(0, restored.code(), restored.err());
        server.restart();

        var said = bodies(asha.api());
        assertTrue(said.contains(BEFORE), said.toString());
        assertFalse(said.contains(AFTER), said.toString());
        ravi.api().get("/api/rooms").expect(401);
        assertNotEquals(epoch, epoch(asha.api()));
        say(asha.api(), "goes on");
        assertEquals(0, hostel.run("verify-record").code());
    }

    private void refusesWhatIsNoWholeBackup(Script hostel, Path file) throws IOException {
        var whole = Files.readAllBytes(file);
        var torn = Files.write(folder.resolve("torn.zip"), Arrays.copyOf(whole, whole.length / 2));
        var refused = hostel.run("restore", torn.toString(), "--yes");
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("is not whole"), refused.err());
        var foreign = Files.writeString(folder.resolve("notes.txt"), "no backup");
        assertTrue(hostel.run("restore", foreign.toString(), "--yes").err().contains("is no backup"));
        assertEquals(
                2,
                hostel.run("restore", folder.resolve("none.zip").toString(), "--yes")
                        .code());
    }

    @Test
    void aFolderKeepsTheNewestAndNothingElseIsTouched() throws IOException {
        try (var server = HostelServer.with().start()) {
            var hostel = hostel(server);
            for (var name : List.of("hostel-2026-01-01-031500.zip", "hostel-2026-01-02-031500.zip", "letters.zip")) {
                Files.createFile(folder.resolve(name));
            }
            var taken = hostel.run("backup", folder.toString(), "--keep", "2");
            assertEquals(0, taken.code(), taken.err());
            var left = names(folder);
            assertEquals(3, left.size(), left.toString());
            assertEquals("hostel-2026-01-02-031500.zip", left.get(0));
            assertEquals("letters.zip", left.get(2));
            var warden = server.residents().admin("Warden");
            warden.api().post("/api/backups", Api.json()).expectProblem(403, "operator-only");

            server.stop();
            assertEquals(3, hostel.run("backup", folder.toString()).code());
            assertEquals(3, names(folder).size());
        }
    }

    @Test
    void aServerDoesNotStartOnHalfARestore() throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        // As if the machine had lost power in the middle.
        Files.createFile(data.resolve("restore.unfinished"));
        try (var server = HostelServer.with().data(data).launch()) {
            assertNotEquals(0, server.awaitExit(LIMIT));
            assertTrue(
                    server.log().text().contains("A restore into " + data + " was interrupted"),
                    server.log().tail(30));
        }
    }

    private static Script hostel(HostelServer server) {
        return Script.hostel().with("HOSTEL_URL", server.url()).with("HOSTEL_DATA", server.data());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void say(Api by, String body) {
        by.put("/api/rooms/" + COMMON + "/messages/" + java.util.UUID.randomUUID(), Api.json("body", body))
                .expect(201);
    }

    private static List<String> bodies(Api reader) {
        return reader.get("/api/rooms/" + COMMON + "/history?limit=200").expect(200).items().stream()
                .map(item -> item.asJsonObject().getString("body", ""))
                .toList();
    }

    private static String epoch(Api caller) {
        try (var client = LiveClient.open(caller)) {
            return client.hello().getString("epoch");
        }
    }
}
