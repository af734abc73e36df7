package org.hostelchat.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hostelchat.backup.archive.ArchiveCheck;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder whose file system is really full: nothing acknowledged is lost, refusals are clear, and it goes on. */
class FullDiskIT {

    private static final String MESSAGES = "/api/rooms/1/messages";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** The server unpacks itself into 200 MB, and files leave 256 MB free. */
    private static final int MEGABYTES = 640;

    /** For which the write-ahead log needs several pages each. */
    private static final String LONG = "चाय की बात ".repeat(150);

    @TempDir
    Path elsewhere;

    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsLostAndItGoesOn() throws Exception {
        var mounted = SmallDisk.open(MEGABYTES);
        assumeTrue(mounted.isPresent(), SmallDisk.MISSING);
        try (var disk = mounted.get();
                var server = HostelServer.with()
                        .on(disk)
                        .setting("hostel.flood.burst", 0)
                        .start()) {
            var asha = server.residents().student("आशा");
            say(asha, 20);
            upload(asha, 100_000).expect(201);

            disk.fill();
            untilRefused(asha);
            whileItIsFull(server, asha);

            // A little room now and again, and full in between: each post is stored or refused.
            for (var i = 0; i < 8; i++) {
                disk.free(64 * 1024);
                untilRefused(asha);
                disk.fill();
            }
            disk.empty();
            Pause.until("it has recovered", LIMIT, () -> health(server) == 200);
            say(asha, 20);
            upload(asha, 100_000).expect(201);
            assertAllThere(asha.api());
            assertWhole(server);

            disk.fill();
            untilRefused(asha);
            server.kill();
            startsOnlyWithRoom(server, disk);
            assertAllThere(asha.api());
            say(asha, 5);
            assertAllThere(asha.api());
            assertWhole(server);
        }
    }

    private void whileItIsFull(HostelServer server, Person asha) throws IOException {
        try (var client = asha.online()) {
            client.post(1, LONG);
            var refused = client.await("refused").getJsonObject("problem");
            assertEquals(503, refused.getInt("status"), refused.toString());
            assertTrue(refused.getInt("retryAfter") >= 1, refused.toString());
        }
        assertEquals(20, page(asha.api(), 0).stream().limit(20).count(), "reading goes on");
        upload(asha, 100_000).expectProblem(507, "no-room-left");
        assertRefused(upload(asha, 5_000_000));
        assertRefused(server.api()
                .post("/api/session", Api.json("login", asha.enrolmentNumber(), "password", asha.password())));
        var before = names(server.data());
        var backup = server.operator().send("POST", "/api/backups", BodyPublishers.noBody(), "application/json");
        assertRefused(backup);
        assertEquals(before, names(server.data()), "nothing is left of what was begun");
        Pause.until("the health check says so", LIMIT, () -> health(server) == 503);
    }

    private static void assertRefused(ApiResponse answer) {
        assertTrue(List.of(503, 507).contains(answer.status()), answer.toString());
        assertFalse(answer.json().getString("detail").isBlank());
    }

    /** Posts until several have been refused for want of room. */
    private void untilRefused(Person asha) {
        var refused = 0;
        for (var i = 0; refused < 5; i++) {
            assertTrue(i < 20_000, "it never becomes full");
            var id = UUID.randomUUID().toString();
            var answer = asha.api().put(MESSAGES + "/" + id, Api.json("body", id + " " + LONG));
            if (answer.status() == 201) {
                acknowledged.add(id);
            } else {
                refused++;
                assertEquals(503, answer.status(), answer.toString());
                assertTrue(answer.problem().matches("storage-full|not-stored|storage-busy"), answer.toString());
                assertTrue(answer.header("Retry-After") != null, answer.toString());
            }
        }
    }

    private void say(Person asha, int times) {
        for (var i = 0; i < times; i++) {
            var id = UUID.randomUUID().toString();
            asha.api()
                    .put(MESSAGES + "/" + id, Api.json("body", id + " " + LONG))
                    .expect(201);
            acknowledged.add(id);
        }
    }

    private static ApiResponse upload(Person who, int size) {
        return who.api()
                .send(
                        "POST",
                        "/api/files?name=a.bin",
                        BodyPublishers.ofByteArray(new byte[size]),
                        "application/octet-stream");
    }

    /** Each acknowledged post once, in its order, and nothing besides them. */
    private void assertAllThere(Api api) {
        var said = new ArrayList<String>();
        for (var page = page(api, 0); !page.isEmpty(); page = page(api, said.size())) said.addAll(page);
        assertEquals(acknowledged, said);
    }

    private static List<String> page(Api api, int after) {
        return api.get(MESSAGES + "?limit=200&after=" + after).expect(200).items().stream()
                .map(item -> item.asJsonObject().getString("body").substring(0, 36))
                .toList();
    }

    private void assertWhole(HostelServer server) throws IOException {
        var answer = server.operator()
                .send("POST", "/api/backups", BodyPublishers.noBody(), "application/json")
                .expect(200);
        var file = Files.write(elsewhere.resolve(UUID.randomUUID() + ".zip"), answer.bytes());
        try (var archive = ArchiveCheck.open(file)) {
            archive.verify();
        }
    }

    private static void startsOnlyWithRoom(HostelServer server, SmallDisk disk) throws IOException {
        disk.fill();
        try {
            server.restart();
            throw new IllegalStateException("it started without room for what it unpacks");
        } catch (AssertionError ended) {
            assertTrue(ended.getMessage().contains("ended with 69"), ended.getMessage());
            assertTrue(server.log().sinceMark().contains("full"), server.log().tail(20));
        }
        disk.empty();
        server.restart();
    }

    private static int health(HostelServer server) {
        return server.api().get("/health").status();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("backup-"))
                    .toList();
        }
    }
}
