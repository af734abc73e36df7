package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What residents see when the database can't store, and what its files contain of erased text. */
class DatabaseFailuresIT {

    private static final long COMMON = 1;
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
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
        try (var client = asha.online();
                var ravi = server.residents().student("Ravi").online()) {
            var before = client.say(COMMON, "before");
            Pause.until("Ravi hears it", Duration.ofSeconds(20), () -> !ravi.events(COMMON)
                    .isEmpty());
            try (var lock = SqliteDialect.connect("jdbc:sqlite:" + server.data().resolve("hostel.db"));
                    var statement = lock.createStatement()) {
                statement.execute("begin immediate");

                client.post(COMMON, "while it is locked");
                var refused = client.await("refused").getJsonObject("problem");
                assertEquals(503, refused.getInt("status"));
                assertTrue(refused.getInt("retryAfter") >= 1);
                asha.api()
                        .put("/api/rooms/1/messages/" + UUID.randomUUID(), Api.json("body", "over HTTP"))
                        .expectProblem(503, "storage-busy");
                warden.api()
                        .post("/api/tokens", Api.json("name", "no", "password", Residents.PASSWORD))
                        .expect(503);

                var page = asha.api().get("/api/rooms/1/messages").expect(200);
                assertTrue(page.body().contains("before"));
                assertEquals(1, ravi.events(COMMON).size());
                Pause.until("the health check says so", Duration.ofSeconds(30), () -> health() == 503);
                statement.execute("rollback");
            }
            Pause.until("it has recovered", Duration.ofSeconds(30), () -> health() == 200);
            var next = client.say(COMMON, "after");
            Pause.until(
                    "Ravi hears it",
                    Duration.ofSeconds(20),
                    () -> ravi.events(COMMON).size() == 2);
            assertEquals(before + 1, next);
        }
    }

    @Test
    void whatFailsAsItIsCommittedIsToldToNobody() throws Exception {
        try (var asha = server.residents().student("Asha").online();
                var ravi = server.residents().student("Ravi").online();
                var database =
                        SqliteDialect.connect("jdbc:sqlite:" + server.data().resolve("hostel.db"));
                var statement = database.createStatement()) {
            var before = asha.say(COMMON, "before");
            ravi.awaitSaid(COMMON, "before");
            // Every statement of the transaction succeeds; that the floor is missing shows at its commit only.
            statement.execute("create table floor (id integer primary key)");
            statement.execute("create table trap (id integer references floor deferrable initially deferred)");
            statement.execute("create trigger trapdoor after insert on messages begin"
                    + " insert into trap values (new.seq); end");
            try {
                asha.post(COMMON, "falls through");
                var refused = asha.await("refused").getJsonObject("problem");
                assertEquals(503, refused.getInt("status"));
                assertTrue(server.log().text().contains("FOREIGN KEY constraint failed"));
            } finally {
                statement.execute("drop trigger trapdoor");
                statement.execute("drop table trap");
                statement.execute("drop table floor");
            }
            assertEquals(before + 1, asha.say(COMMON, "after"));
            ravi.awaitSaid(COMMON, "after");
            assertEquals(
                    List.of("before", "after"),
                    ravi.events(COMMON).stream()
                            .map(event -> event.getString("body"))
                            .toList());
            assertEquals(
                    2,
                    asha.frames().stream()
                            .filter(frame -> frame.getString("type").equals("ack"))
                            .count());
        }
    }

    /** As on a disk that is full: what is there can be read, and no file takes another byte. */
    @Test
    void whileNoFileCanGrowPostsAreRefusedAndReadingGoesOn() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT), "no " + PRLIMIT);
        var asha = server.residents().student("Asha");
        try (var client = asha.online()) {
            var before = client.say(COMMON, "before it is full");
            limitFiles("4096");
            try {
                var id = UUID.randomUUID().toString();
                client.post(COMMON, id, "while it is full");
                var refused = client.await("refused").getJsonObject("problem");
                assertEquals(503, refused.getInt("status"));
                assertTrue(refused.getInt("retryAfter") >= 1);
                var overHttp = asha.api()
                        .put("/api/rooms/1/messages/" + UUID.randomUUID(), Api.json("body", "over HTTP"))
                        .expectProblem(503, "not-stored");
                assertTrue(Integer.parseInt(overHttp.header("Retry-After")) >= 1);
                var page = asha.api().get("/api/rooms/1/messages").expect(200);
                assertTrue(page.body().contains("before it is full"));
                Pause.until("the health check says so", Duration.ofSeconds(30), () -> health() == 503);
            } finally {
                limitFiles("unlimited");
            }
            Pause.until("it has recovered", Duration.ofSeconds(30), () -> health() == 200);
            assertEquals(before + 1, client.say(COMMON, "after it was full"));
        }
    }

    /** How long files that the server writes may be, from now on: beyond that the system says EFBIG. */
    private static void limitFiles(String bytes) throws IOException, InterruptedException {
        var limit = new ProcessBuilder(PRLIMIT.toString(), "--pid", "" + server.pid(), "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        assertEquals(0, limit.waitFor());
    }

    @Test
    void aDamagedRoomIsSaidToBeDamagedAndTheRestGoesOn() throws Exception {
        try (var own = HostelServer.with().start()) {
            var asha = own.residents().student("Asha");
            try (var client = asha.online()) {
                for (var i = 0; i < 20; i++) client.say(COMMON, i + " words ".repeat(500));
            }
            own.stop();
            damage(own.data().resolve("hostel.db"), "messages");
            own.restart();

            var again = asha.signIn();
            again.get("/api/me").expect(200);
            again.get("/api/rooms").expect(200);
            assertEquals(200, own.api().get("/health").status());
            var page = again.get("/api/rooms/1/messages").expectProblem(503, "storage-damaged");
            assertFalse(page.body().contains("Exception") || page.body().contains("hostelchat"), page.body());
            again.put("/api/rooms/1/messages/" + UUID.randomUUID(), Api.json("body", "into the hole"))
                    .expectProblem(503, "storage-damaged");
        }
    }

    /** Writes nonsense over the leaves of a table. */
    private static void damage(Path database, String table) throws Exception {
        try (var connection = SqliteDialect.connect("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var file = new RandomAccessFile(database.toFile(), "rw")) {
            var pages = new ArrayList<Long>();
            try (var rows = statement.executeQuery("select pgoffset from dbstat where pagetype = 'leaf' and name in"
                    + " (select name from sqlite_schema where tbl_name = '" + table + "')")) {
                while (rows.next()) pages.add(rows.getLong(1));
            }
            assertFalse(pages.isEmpty());
            for (var offset : pages) {
                file.seek(offset);
                file.write("nonsense".repeat(512).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void aMistakeInOurSqlIsOurFaultAndStandsInTheLogOnly() throws Exception {
        var asha = server.residents().student("Asha");
        try (var client = asha.online();
                var database =
                        SqliteDialect.connect("jdbc:sqlite:" + server.data().resolve("hostel.db"));
                var statement = database.createStatement()) {
            client.say(COMMON, "before");
            statement.execute("alter table messages rename column body to wording");
            try {
                var page = asha.api().get("/api/rooms/1/messages").expectProblem(500, "fault");
                assertFalse(page.body().contains("Exception") || page.body().contains("body"), page.body());
                asha.api()
                        .put("/api/rooms/1/messages/" + UUID.randomUUID(), Api.json("body", "over HTTP"))
                        .expectProblem(500, "fault");
                client.post(COMMON, "over the client");
                var problem = client.await("refused").getJsonObject("problem");
                assertEquals(500, problem.getInt("status"));
                var number = problem.getString("detail").replaceAll(".*error is (.*)\\.", "$1");
                Pause.until("the log has it", Duration.ofSeconds(20), () -> server.log()
                        .text()
                        .contains("Fault " + number));
                assertTrue(server.log().text().contains("at org.hostelchat.message.MessageWriter"));
            } finally {
                statement.execute("alter table messages rename column wording to body");
            }
            client.say(COMMON, "after");
        }
    }

    @Test
    void ofAnErasedPersonNoWordIsLeftInTheFiles() throws Exception {
        var word = "serendipity" + UUID.randomUUID().toString().replace("-", "");
        var leaving = server.residents().student("Leaving " + word.substring(0, 20));
        try (var client = leaving.online()) {
            for (var i = 0; i < 50; i++) client.say(COMMON, word + " said " + i + " times");
            var seq = client.say(COMMON, "a " + word + " to be edited");
            leaving.api()
                    .patch("/api/rooms/1/messages/by-seq/" + seq, Api.json("body", "an edited " + word))
                    .expect(200);
        }
        assertTrue(anyFileHolds(word));

        // Beside a room in full swing, as whoever writes and reads without end would be.
        var talking = new AtomicBoolean(true);
        var talkers = IntStream.range(0, 4)
                .mapToObj(i -> server.residents().student("Talker " + i))
                .map(talker -> CompletableFuture.runAsync(() -> talkWhile(talking, talker)))
                .toList();
        server.operator().delete("/api/users/" + leaving.enrolmentNumber()).expect(204);
        Pause.until("a checkpoint has swept the files", A_CHECKPOINT, () -> !anyFileHolds(word));
        talking.set(false);
        talkers.forEach(CompletableFuture::join);
        assertTrue(!anyFileHolds(leaving.name()));
        var page = server.residents()
                .student("Late")
                .api()
                .get("/api/rooms/1/messages?limit=500")
                .expect(200);
        assertTrue(page.body().contains("\"erased\""));
    }

    private static void talkWhile(AtomicBoolean talking, Residents.Person talker) {
        try (var client = talker.online()) {
            for (var i = 0; talking.get(); i++) {
                client.say(COMMON, "on and on " + i);
                if (i % 10 == 0)
                    talker.api().get("/api/rooms/1/messages?limit=500").expect(200);
                Pause.millis(60);
            }
        }
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
