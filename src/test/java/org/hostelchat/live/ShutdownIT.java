package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.Test;

/**
 * SIGTERM while everybody is posting: what is stored is acknowledged, all clients are told, and none is kept waiting.
 */
class ShutdownIT {

    private static final int PEOPLE = 6;

    @Test
    void theServerStopsInOrderWhileEverybodyPosts() {
        try (var server = HostelServer.with()
                .setting("hostel.flood.burst", 0)
                .setting("hostel.flood.rate", 0)
                .start()) {
            var troubles = LogErrors.from(server);
            var talkers = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> new Talker(server, "Talker " + i))
                    .toList();
            var reader = server.residents().student("Reader");
            var listener = reader.online();
            Pause.until("the talk is under way", Duration.ofSeconds(30), () -> talkers.stream()
                    .allMatch(talker -> talker.said.size() > 500));

            Pause.until("there is enough to read", Duration.ofSeconds(30), () -> {
                listener.send(Api.json("type", "read", "room", 1, "seq", 400));
                return readUpTo(reader.api()) == 400;
            });
            var began = System.nanoTime();
            server.stop();
            var took = Duration.ofNanos(System.nanoTime() - began);
            System.out.printf("stopped under load within %.1f s%n", took.toMillis() / 1e3);
            assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, "took " + took);

            talkers.forEach(Talker::assertSentHome);
            assertEquals(1012, listener.awaitClose());
            troubles.assertNone();
            assertNothingLost(server, talkers);
            assertEquals(400, readUpTo(reader.api()));
            assertSentHomeByAServerThatHasNotDoneSoBefore(server, reader.online());
            troubles.assertNone();
        }
    }

    @Test
    void aDatabaseThatTakesNothingHoldsNobodyUp() throws SQLException {
        try (var server = HostelServer.with().start()) {
            var talkers = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> new Talker(server, "Talker " + i))
                    .toList();
            Pause.until("the talk is under way", Duration.ofSeconds(30), () -> talkers.stream()
                    .allMatch(talker -> !talker.acknowledged().isEmpty()));
            try (var lock = DriverManager.getConnection(
                            "jdbc:sqlite:" + server.data().resolve("hostel.db"));
                    var statement = lock.createStatement()) {
                statement.execute("begin immediate");
                var began = System.nanoTime();
                server.stop();
                var took = Duration.ofNanos(System.nanoTime() - began);
                System.out.printf("stopped beside a lock within %.1f s%n", took.toMillis() / 1e3);
                assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, "took " + took);
                statement.execute("rollback");
            }
            talkers.forEach(Talker::assertSentHome);
            assertNothingLost(server, talkers);
        }
    }

    /** While it ends a server can load no class any more: what good-bye takes has to be there. */
    private static void assertSentHomeByAServerThatHasNotDoneSoBefore(HostelServer server, LiveClient listener) {
        server.stop();
        assertEquals(1012, listener.awaitClose());
        assertEquals(
                "/problems/stopping",
                listener.await("bye").getJsonObject("problem").getString("type"));
    }

    private static long readUpTo(Api api) {
        return api.get("/api/rooms").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(room -> room.getInt("id") == 1)
                .findFirst()
                .orElseThrow()
                .getInt("read");
    }

    private static void assertNothingLost(HostelServer server, List<Talker> talkers) {
        server.restart();
        var stored = stored(server.residents().student("Historian").api());
        var acknowledged = new TreeMap<String, Long>();
        var said = new HashSet<String>();
        talkers.forEach(talker -> {
            acknowledged.putAll(talker.acknowledged());
            said.addAll(talker.said);
        });
        assertEquals(Set.of(), without(acknowledged.keySet(), stored.keySet()), "acknowledged, but not stored");
        assertEquals(Set.of(), without(stored.keySet(), acknowledged.keySet()), "stored, but not acknowledged");
        assertEquals(stored, acknowledged);
        assertTrue(said.containsAll(stored.keySet()));
        System.out.println(said.size() + " posts, " + stored.size() + " stored and acknowledged");
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(id -> !others.contains(id)).collect(Collectors.toSet());
    }

    private static Map<String, Long> stored(Api api) {
        var stored = new TreeMap<String, Long>();
        for (var after = 0L; ; ) {
            var page = api.get("/api/rooms/1/messages?limit=500&after=" + after)
                    .expect(200)
                    .items();
            if (page.isEmpty()) return stored;
            for (var event : page.getValuesAs(JsonObject.class)) {
                after = event.getJsonNumber("seq").longValue();
                stored.put(event.getString("clientId"), after);
            }
        }
    }

    /** Somebody who posts until the connection ends. */
    private static final class Talker {

        private final Set<String> said = java.util.concurrent.ConcurrentHashMap.newKeySet();
        private final LiveClient client;
        private final Thread mouth;

        Talker(HostelServer server, String name) {
            client = server.residents().student(name).online();
            mouth = new Thread(this::talk, name);
            mouth.start();
        }

        private void talk() {
            try {
                while (client.isOpen()) {
                    var id = UUID.randomUUID().toString();
                    said.add(id);
                    client.post(1, id, "said while the server stops");
                    if (said.size() % 10 == 0) Pause.millis(15);
                }
            } catch (RuntimeException ended) {
                // the connection, in the midst of a word
            }
        }

        void assertSentHome() {
            var code = client.awaitClose();
            try {
                mouth.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            var types = new ArrayList<String>();
            client.frames().forEach(frame -> types.add(frame.getString("type")));
            assertEquals("bye", types.get(types.size() - 1));
            assertEquals(1012, code);
            for (var refused : frames("refused")) {
                var status = refused.getJsonObject("problem").getInt("status");
                assertTrue(status == 503 || status == 429, refused.toString());
            }
        }

        private List<JsonObject> frames(String type) {
            return client.frames().stream()
                    .filter(frame -> frame.getString("type").equals(type))
                    .toList();
        }

        Map<String, Long> acknowledged() {
            return frames("ack").stream()
                    .collect(Collectors.toMap(ack -> ack.getString("clientId"), ack -> ack.getJsonNumber("seq")
                            .longValue()));
        }
    }
}
