package org.hostelchat.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What residents see when the database can't store, and what is left in its files of what was erased. */
class StorageTroubleIT {

    private static final long COMMON = 1;
    private static final Duration A_CHECKPOINT = Duration.ofMinutes(3);

    private static HostelServer server;

    @BeforeAll
    static void open() {
        server = HostelServer.with().start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void whileTheDatabaseIsLockedPostsAreRefusedAndReadingGoesOn() throws Exception {
        var asha = server.residents().student("Asha");
        var warden = server.residents().admin("Warden");
        try (var line = asha.online();
                var ravi = server.residents().student("Ravi").online()) {
            var before = line.say(COMMON, "before");
            Pause.until("Ravi hears it", Duration.ofSeconds(20), () -> !ravi.events(COMMON)
                    .isEmpty());
            try (var lock = HostelDataSource.sqlite(
                            "jdbc:sqlite:" + server.data().resolve("hostel.db"));
                    var statement = lock.createStatement()) {
                statement.execute("begin immediate");

                line.post(COMMON, "while it is locked");
                var refused = line.await("refused").getJsonObject("problem");
                assertEquals(503, refused.getInt("status"));
                assertTrue(refused.getInt("retryAfter") >= 1);
                asha.api()
                        .put("/api/rooms/1/messages/" + UUID.randomUUID(), Api.json("body", "over HTTP"))
                        .expectProblem(503, "storage-busy");
                warden.api().post("/api/tokens", Api.json("name", "no")).expect(503);

                var page = asha.api().get("/api/rooms/1/messages").expect(200);
                assertTrue(page.body().contains("before"));
                assertEquals(1, ravi.events(COMMON).size());
                Pause.until("the health check says so", Duration.ofSeconds(30), () -> health() == 503);
                statement.execute("rollback");
            }
            Pause.until("it has recovered", Duration.ofSeconds(30), () -> health() == 200);
            var next = line.say(COMMON, "after");
            Pause.until(
                    "Ravi hears it",
                    Duration.ofSeconds(20),
                    () -> ravi.events(COMMON).size() == 2);
            assertEquals(before + 1, next);
        }
    }

    @Test
    void aMistakeInOurSqlIsOurFaultAndStandsInTheLogOnly() throws Exception {
        var asha = server.residents().student("Asha");
        try (var line = asha.online();
                var database =
                        HostelDataSource.sqlite("jdbc:sqlite:" + server.data().resolve("hostel.db"));
                var statement = database.createStatement()) {
            line.say(COMMON, "before");
            statement.execute("alter table messages rename column body to wording");
            try {
                var page = asha.api().get("/api/rooms/1/messages").expectProblem(500, "fault");
                assertFalse(page.body().contains("Exception") || page.body().contains("body"), page.body());
                asha.api()
                        .put("/api/rooms/1/messages/" + UUID.randomUUID(), Api.json("body", "over HTTP"))
                        .expectProblem(500, "fault");
                line.post(COMMON, "over the line");
                var problem = line.await("refused").getJsonObject("problem");
                assertEquals(500, problem.getInt("status"));
                var number = problem.getString("detail").replaceAll(".*under (.*)\\.", "$1");
                Pause.until("the log has it", Duration.ofSeconds(20), () -> server.log()
                        .text()
                        .contains("Fault " + number));
                assertTrue(server.log().text().contains("at org.hostelchat.message.MessageWriter"));
            } finally {
                statement.execute("alter table messages rename column wording to body");
            }
            line.say(COMMON, "after");
        }
    }

    @Test
    void ofAnErasedPersonNoWordIsLeftInTheFiles() throws Exception {
        var word = "serendipity" + UUID.randomUUID().toString().replace("-", "");
        var leaving = server.residents().student("Leaving " + word.substring(0, 20));
        try (var line = leaving.online()) {
            for (var i = 0; i < 50; i++) line.say(COMMON, word + " said " + i + " times");
            var seq = line.say(COMMON, "a " + word + " to be edited");
            leaving.api()
                    .patch("/api/rooms/1/messages/by-seq/" + seq, Api.json("body", "an edited " + word))
                    .expect(200);
        }
        assertTrue(anyFileHolds(word));

        server.operator().delete("/api/users/" + leaving.enrolmentNumber()).expect(204);
        Pause.until("a checkpoint has swept the files", A_CHECKPOINT, () -> !anyFileHolds(word));
        assertTrue(!anyFileHolds(leaving.name()));
        var page = server.residents()
                .student("Late")
                .api()
                .get("/api/rooms/1/messages?limit=500")
                .expect(200);
        assertTrue(page.body().contains("\"erased\""));
    }

    private static int health() {
        return server.api().get("/health").status();
    }

    private static boolean anyFileHolds(String word) {
        try (var files = Files.list(server.data())) {
            return files.filter(file -> file.getFileName().toString().startsWith("hostel.db"))
                    .anyMatch(file -> holds(file, word));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            // Byte for byte, so that a word is found wherever SQLite keeps it.
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            return false;
        }
    }
}
