package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * More is posted than can be stored, or than one person may post: every post is answered, and afterwards everything
 * works as before.
 */
@ExtendWith(Hostel.class)
class OverloadIT {

    private static final int PEOPLE = 12;
    private static final int POSTS = 400;
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void whatTheDiskDoesNotTakeIsRefusedAndNothingIsLeftUnanswered() throws InterruptedException {
        try (var server = HostelServer.with()
                .setting("hostel.flood.burst", 0)
                .setting("hostel.flood.rate", 0)
                .setting("hostel.writer.queue", 20)
                .setting("hostel.writer.batch", 2)
                .start()) {
            var troubles = LogErrors.from(server);
            var clients = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> server.residents().student("Talker " + i).online())
                    .toList();
            var talkers = clients.stream().map(OverloadIT::talk).toList();
            for (var talker : talkers) talker.join();

            for (var client : clients) awaitAnswers(client, POSTS);
            var stored = clients.stream()
                    .mapToInt(client -> frames(client, "ack").size())
                    .sum();
            var refused = clients.stream()
                    .mapToInt(client -> frames(client, "refused").size())
                    .sum();
            System.out.println(stored + " posts stored, " + refused + " refused");
            assertTrue(stored > 0 && refused > 0, "there was no overload");
            clients.forEach(client -> assertRefusedWith(client, 503, "overloaded"));

            for (var client : clients) client.say(1, "as before");
            Pause.until("everybody has everything", LONG, () -> clients.stream()
                    .allMatch(client -> client.events(1).size() == stored + PEOPLE));
            clients.forEach(OverloadIT::assertContiguous);
            troubles.assertNone();
            clients.forEach(LiveClient::close);
        }
    }

    @Test
    void whileNothingCanBeStoredRefusalsDoNotQueueUp() throws SQLException {
        try (var server = HostelServer.with()
                        .setting("hostel.flood.burst", 0)
                        .setting("hostel.flood.rate", 0)
                        .setting("hostel.writer.batch", 2)
                        .start();
                var client = server.residents().student("Talker").online();
                var lock = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("hostel.db"));
                var statement = lock.createStatement()) {
            statement.execute("begin immediate");
            // One batch after the other, this would take a minute.
            for (var i = 0; i < 300; i++) client.post(1, "anybody? " + i);
            Pause.until(
                    "every post is answered",
                    Duration.ofSeconds(15),
                    () -> answered(client).size() == 300);
            assertTrue(frames(client, "ack").isEmpty());
            statement.execute("rollback");
            client.say(1, "at last");
        }
    }

    @Test
    void whoWritesFasterThanOthersCanReadIsToldSoAndStaysConnected(HostelServer server) {
        try (var client = server.residents().student("Chatterbox").online();
                var ravi = server.residents().student("Ravi").online()) {
            var posts = 3_000;
            for (var i = 0; i < posts; i++) client.post(1, "and another thing, " + i);
            ravi.say(1, "may I?");
            awaitAnswers(client, posts);
            assertTrue(frames(client, "ack").size() >= 300);
            assertRefusedWith(client, 429, "too-many-posts");
            Pause.millis(1_000L
                    * frames(client, "refused").get(0).getJsonObject("problem").getInt("retryAfter"));
            client.say(1, "sorry");
        }
    }

    private static Thread talk(LiveClient client) {
        var talker = new Thread(() -> {
            for (var i = 0; i < POSTS; i++) client.post(1, "all at once, " + i);
        });
        talker.start();
        return talker;
    }

    private static void awaitAnswers(LiveClient client, int posts) {
        Pause.until("every post is answered", LONG, () -> {
            if (!client.isOpen()) throw new AssertionError("the client was closed with " + client.awaitClose());
            return answered(client).size() == posts;
        });
    }

    private static Set<String> answered(LiveClient client) {
        var ids = new HashSet<String>();
        frames(client, "ack").forEach(frame -> ids.add(frame.getString("clientId")));
        frames(client, "refused").forEach(frame -> ids.add(frame.getString("clientId")));
        return ids;
    }

    private static void assertRefusedWith(LiveClient client, int status, String slug) {
        var problems = frames(client, "refused").stream()
                .map(frame -> frame.getJsonObject("problem"))
                .toList();
        assertEquals(
                Set.of(),
                problems.stream()
                        .filter(problem -> problem.getInt("status") != status
                                || !problem.getString("type").endsWith("/" + slug)
                                || problem.getInt("retryAfter") < 1)
                        .collect(Collectors.toSet()));
    }

    private static List<JsonObject> frames(LiveClient client, String type) {
        return client.frames().stream()
                .filter(frame -> frame.getString("type").equals(type))
                .toList();
    }

    private static void assertContiguous(LiveClient client) {
        var events = client.events(1);
        for (var i = 1; i < events.size(); i++) {
            assertEquals(events.get(i - 1).getInt("seq") + 1, events.get(i).getInt("seq"));
        }
    }
}
