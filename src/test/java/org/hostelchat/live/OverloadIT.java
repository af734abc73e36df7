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
            var lines = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> server.residents().student("Talker " + i).online())
                    .toList();
            var mouths = lines.stream().map(OverloadIT::talk).toList();
            for (var mouth : mouths) mouth.join();

            for (var line : lines) awaitAnswers(line, POSTS);
            var stored =
                    lines.stream().mapToInt(line -> frames(line, "ack").size()).sum();
            var refused = lines.stream()
                    .mapToInt(line -> frames(line, "refused").size())
                    .sum();
            System.out.println(stored + " posts stored, " + refused + " refused");
            assertTrue(stored > 0 && refused > 0, "there was no overload");
            lines.forEach(line -> assertRefusedWith(line, 503, "overloaded"));

            for (var line : lines) line.say(1, "as before");
            Pause.until("everybody has everything", LONG, () -> lines.stream()
                    .allMatch(line -> line.events(1).size() == stored + PEOPLE));
            lines.forEach(OverloadIT::assertContiguous);
            troubles.assertNone();
            lines.forEach(LiveClient::close);
        }
    }

    @Test
    void whileNothingCanBeStoredNobodyWaitsBehindAllOthersForTheNo() throws SQLException {
        try (var server = HostelServer.with()
                        .setting("hostel.flood.burst", 0)
                        .setting("hostel.flood.rate", 0)
                        .setting("hostel.writer.batch", 2)
                        .start();
                var line = server.residents().student("Talker").online();
                var lock = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("hostel.db"));
                var statement = lock.createStatement()) {
            statement.execute("begin immediate");
            // One batch after the other, this would take a minute.
            for (var i = 0; i < 300; i++) line.post(1, "anybody? " + i);
            Pause.until(
                    "every post is answered",
                    Duration.ofSeconds(15),
                    () -> answered(line).size() == 300);
            assertTrue(frames(line, "ack").isEmpty());
            statement.execute("rollback");
            line.say(1, "at last");
        }
    }

    @Test
    void whoWritesFasterThanOthersCanReadIsToldSoAndKeepsTheLine(HostelServer server) {
        try (var line = server.residents().student("Chatterbox").online();
                var ravi = server.residents().student("Ravi").online()) {
            var posts = 3_000;
            for (var i = 0; i < posts; i++) line.post(1, "and another thing, " + i);
            ravi.say(1, "may I?");
            awaitAnswers(line, posts);
            assertTrue(frames(line, "ack").size() >= 300);
            assertRefusedWith(line, 429, "too-many-posts");
            Pause.millis(1_000L
                    * frames(line, "refused").get(0).getJsonObject("problem").getInt("retryAfter"));
            line.say(1, "sorry");
        }
    }

    private static Thread talk(LiveClient line) {
        var mouth = new Thread(() -> {
            for (var i = 0; i < POSTS; i++) line.post(1, "all at once, " + i);
        });
        mouth.start();
        return mouth;
    }

    private static void awaitAnswers(LiveClient line, int posts) {
        Pause.until("every post is answered", LONG, () -> {
            if (!line.isOpen()) throw new AssertionError("the line was closed with " + line.awaitClose());
            return answered(line).size() == posts;
        });
    }

    private static Set<String> answered(LiveClient line) {
        var ids = new HashSet<String>();
        frames(line, "ack").forEach(frame -> ids.add(frame.getString("clientId")));
        frames(line, "refused").forEach(frame -> ids.add(frame.getString("clientId")));
        return ids;
    }

    private static void assertRefusedWith(LiveClient line, int status, String slug) {
        var problems = frames(line, "refused").stream()
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

    private static List<JsonObject> frames(LiveClient line, String type) {
        return line.frames().stream()
                .filter(frame -> frame.getString("type").equals(type))
                .toList();
    }

    private static void assertContiguous(LiveClient line) {
        var events = line.events(1);
        for (var i = 1; i < events.size(); i++) {
            assertEquals(events.get(i - 1).getInt("seq") + 1, events.get(i).getInt("seq"));
        }
    }
}
