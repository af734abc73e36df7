package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hostelchat.support.Api;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.Test;

/** The socket as clients see it, on the built WAR. Other tests may use the same server, so numbers are relative. */
@EachDatabase
class LiveIT {

    private static final long COMMON = 1;

    @Test
    void whatOneSaysTheOthersHearInOrderAndThePosterTwice(HostelServer server) {
        try (var asha = server.residents().student("Asha").online();
                var ravi = server.residents().student("Ravi").online()) {
            var words = IntStream.range(0, 30)
                    .mapToObj(i -> UUID.randomUUID() + " says " + i)
                    .toList();
            words.forEach(said -> asha.post(COMMON, said));
            words.forEach(said -> asha.await("ack"));
            for (var said : words) {
                awaitSaid(ravi, said);
                awaitSaid(asha, said);
            }
            assertContiguous(ravi);
            assertContiguous(asha);
        }
    }

    @Test
    void welcomeTellsWhatThereIs(HostelServer server) {
        var person = server.residents().student("Meera");
        try (var client = person.live()) {
            assertEquals("hostel.v1", client.subprotocol());
            var welcome = client.hello();
            assertEquals(person.id(), welcome.getJsonObject("me").getInt("id"));
            assertEquals("STUDENT", welcome.getJsonObject("me").getString("role"));
            var room = welcome.getJsonArray("rooms").getJsonObject(0);
            assertEquals(1, room.getInt("id"));
            assertEquals("COMMON", room.getString("kind"));
            assertTrue(room.containsKey("last") && room.containsKey("read") && room.containsKey("name"));
            assertTrue(welcome.getJsonArray("online").stream()
                    .anyMatch(value -> value.asJsonObject().getInt("id") == person.id()));
            assertTrue(welcome.getInt("onlineCount") >= 1);
            assertFalse(welcome.getString("epoch").isBlank());
            assertEquals("welcome", client.frames().get(0).getString("type"));
        }
    }

    @Test
    void welcomeCountsTheNoticesThatAreNotRead(HostelServer server) {
        var asha = server.residents().student("Asha").doneWithTheBoard();
        assertEquals(0, unreadNotices(asha));
        var notice = "/api/notices/"
                + server.operator()
                        .post("/api/notices", Api.json("title", "Water", "text", "None on Sunday."))
                        .expect(201)
                        .json()
                        .get("id");
        assertEquals(1, unreadNotices(asha));
        asha.api().send("PUT", notice + "/read", null).expect(204);
        assertEquals(0, unreadNotices(asha));
        server.operator().delete(notice).expect(204);
    }

    private static int unreadNotices(Person person) {
        try (var client = person.live()) {
            return client.hello().getInt("unreadNotices");
        }
    }

    @Test
    void aClientResumesExactlyWhereItStopped(HostelServer server) {
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("Ravi").online();
        long held;
        try (var client = asha.online()) {
            held = client.say(COMMON, "before the break");
            client.abort();
        }
        for (var i = 0; i < 40; i++) ravi.say(COMMON, "while you were away " + i);
        try (var client = asha.live()) {
            client.hello(Map.of(COMMON, held));
            ravi.say(COMMON, "welcome back");
            awaitSaid(client, "welcome back");
            assertEquals(held + 1, client.events(COMMON).get(0).getInt("seq"));
            assertContiguous(client);
        }
        ravi.close();
    }

    @Test
    void whoMissedMoreThanAThousandIsToldToFetchPages(HostelServer server) {
        var api = server.residents().student("Early").api();
        // Several people, since one person's flood is refused.
        for (var i = 0; i < 5 && lastOf(api) < 1_002; i++) {
            try (var poster = server.residents().student("Chatty").online()) {
                for (var j = 0; j < 250; j++) poster.post(COMMON, "message number " + j);
                for (var j = 0; j < 250; j++) poster.await("ack");
            }
        }
        long last;
        try (var poster = server.residents().student("Chatty").online()) {
            last = poster.say(COMMON, "the last one");
        }
        try (var client = server.residents().student("Late").live()) {
            client.hello(Map.of(COMMON, 0L));
            var limited = client.await("limited");
            assertEquals(1, limited.getInt("from"));
            assertEquals(last, limited.getInt("to"));
            assertEquals(last + 1, client.say(COMMON, "live again"));
            awaitSaid(client, "live again");
        }
        var first =
                api.get("/api/rooms/1/messages?after=0&limit=500").expect(200).items();
        assertEquals(1, first.getJsonObject(0).getInt("seq"));
        assertEquals(500, first.getJsonObject(499).getInt("seq"));
    }

    @Test
    void aRepeatedPostIsAnsweredAsTheFirstAndShownOnce(HostelServer server) {
        try (var client = server.residents().student("Asha").online()) {
            var id = UUID.randomUUID().toString();
            client.post(COMMON, id, "only once");
            var first = client.await("ack");
            client.post(COMMON, id, "only once");
            var again = client.await("ack");
            assertEquals(first.getInt("seq"), again.getInt("seq"));
            assertEquals(first.getJsonNumber("at"), again.getJsonNumber("at"));
            client.post(COMMON, id, "something else");
            var refused = client.await("refused").getJsonObject("problem");
            assertEquals(409, refused.getInt("status"));
            client.say(COMMON, "done");
            awaitSaid(client, "done");
            assertEquals(
                    1,
                    client.events(COMMON).stream()
                            .filter(event -> "only once".equals(event.getString("body", "")))
                            .count());
        }
    }

    @Test
    void editsAndDeletionsReachEveryScreen(HostelServer server) {
        var asha = server.residents().student("Asha");
        try (var client = asha.online();
                var ravi = server.residents().student("Ravi").online()) {
            var seq = client.say(COMMON, "the kettel is on");
            var path = "/api/rooms/1/messages/by-seq/" + seq;
            asha.api().patch(path, Api.json("body", "the kettle is on")).expect(200);
            var edited = ravi.awaitEvent(
                    COMMON, event -> event.getString("kind").equals("edited") && event.getInt("target") == seq);
            assertEquals("the kettle is on", edited.getString("body"));
            asha.api().delete(path).expect(204);
            ravi.awaitEvent(
                    COMMON, event -> event.getString("kind").equals("deleted") && event.getInt("target") == seq);
        }
        try (var late = server.residents().student("Late").live()) {
            late.hello(Map.of(COMMON, Math.max(0, lastOf(asha.api()) - 20)));
            late.say(COMMON, "what was here?");
            awaitSaid(late, "what was here?");
            assertTrue(late.events(COMMON).stream()
                    .noneMatch(event -> event.getString("body", "").contains("is on")));
        }
    }

    @Test
    void readingOnOneDeviceIsSeenOnTheOther(HostelServer server) {
        var asha = server.residents().student("Asha");
        try (var phone = asha.online();
                var desk = asha.online()) {
            var seq = phone.say(COMMON, "read me");
            phone.send(Api.json("type", "read", "room", COMMON, "seq", seq));
            assertEquals(seq, desk.await("read").getInt("seq"));
            var rooms = asha.api().get("/api/rooms").expect(200).items();
            assertEquals(seq, rooms.getJsonObject(0).getInt("read"));
            phone.send(Api.json("type", "read", "room", COMMON, "seq", 1));
            phone.say(COMMON, "and on");
            assertEquals(
                    seq, asha.api().get("/api/rooms").items().getJsonObject(0).getInt("read"));
        }
    }

    @Test
    void presenceComesAndGoes(HostelServer server) {
        var ravi = server.residents().student("Ravi");
        try (var asha = server.residents().student("Asha").online()) {
            var client = ravi.online();
            asha.await("presence", frame -> names(frame, ravi.id()));
            client.close();
            asha.await("presence", frame -> frame.getJsonArray("gone").stream()
                    .anyMatch(id -> id.toString().equals(Long.toString(ravi.id()))));
        }
    }

    @Test
    void typingIsToldToOthersAtMostOnceInThreeSeconds(HostelServer server) {
        var ravi = server.residents().student("Ravi");
        try (var asha = server.residents().student("Asha").online();
                var client = ravi.online()) {
            for (var i = 0; i < 5; i++) client.send(Api.json("type", "typing", "room", COMMON));
            assertEquals(ravi.id(), asha.await("typing").getInt("by"));
            client.say(COMMON, "done typing");
            awaitSaid(asha, "done typing");
            assertEquals(
                    1,
                    asha.frames().stream()
                            .filter(frame -> frame.getString("type").equals("typing"))
                            .count());
        }
    }

    @Test
    void aSilentConnectionGetsABeat(HostelServer server) {
        try (var client = server.residents().student("Quiet").online()) {
            client.await("beat");
        }
    }

    @Test
    void signingOutEndsTheSocketOfThatSessionAndNoOther(HostelServer server) {
        var asha = server.residents().student("Asha");
        var other = asha.signIn();
        try (var here = asha.online();
                var there = LiveClient.open(other)) {
            there.hello();
            asha.api().delete("/api/session").expect(204);
            here.await("bye");
            assertEquals(1008, here.awaitClose());
            there.say(COMMON, "still here");
        }
    }

    @Test
    void aNewPasswordEndsTheOtherSockets(HostelServer server) {
        var asha = server.residents().student("Asha");
        try (var here = asha.online();
                var there = LiveClient.open(asha.signIn())) {
            there.hello();
            asha.api()
                    .put(
                            "/api/session/password",
                            Api.json("current", asha.password(), "next", "another lantern, same stairs"))
                    .expect(204);
            assertEquals(1008, there.awaitClose());
            here.say(COMMON, "still here");
        }
    }

    @Test
    void anErasedPersonsWordsVanishFromEveryScreen(HostelServer server) {
        var leaving = server.residents().student("Leaving");
        try (var client = leaving.online();
                var asha = server.residents().student("Asha").online()) {
            client.say(COMMON, "words of somebody who leaves");
            server.operator().delete("/api/users/" + leaving.enrolmentNumber()).expect(204);
            asha.awaitEvent(
                    COMMON,
                    event -> event.getString("kind").equals("erased") && event.getInt("person") == leaving.id());
            assertEquals(1008, client.awaitClose());
            assertContiguous(asha);
        }
        var page = server.residents()
                .student("Late")
                .api()
                .get("/api/rooms/1/messages?limit=500")
                .expect(200);
        assertFalse(page.body().contains("words of somebody who leaves"));
    }

    @Test
    void framesThatBreakTheRulesGetTheirCloseCode(HostelServer server) {
        var asha = server.residents().student("Asha");
        assertEquals(
                1008,
                closeAfter(
                        asha.live(),
                        client -> client.send(Api.json("type", "post", "room", 1, "body", "before hello"))));
        assertEquals(1008, closeAfter(asha.online(), client -> client.send("{")));
        assertEquals(1008, closeAfter(asha.online(), client -> client.send(Api.json("type", "sing"))));
        assertEquals(1008, closeAfter(asha.online(), client -> client.send(Api.json("type", "hello"))));
        assertEquals(
                1008,
                closeAfter(asha.online(), client -> client.send(Api.json("type", "read", "room", 999, "seq", 1))));
        assertEquals(1003, closeAfter(asha.online(), client -> client.sendBinary(new byte[] {1, 2, 3})));
        assertEquals(1009, closeAfter(asha.online(), client -> client.send("x".repeat(70_000))));
    }

    @Test
    void aRefusedPostKeepsTheConnection(HostelServer server) {
        try (var client = server.residents().student("Asha").online()) {
            for (var body : List.of("", "   ", "x".repeat(4_001), "nul \0")) {
                client.post(COMMON, body);
                assertEquals(
                        422, client.await("refused").getJsonObject("problem").getInt("status"));
            }
            client.post(999, "which room?");
            assertEquals(404, client.await("refused").getJsonObject("problem").getInt("status"));
            client.say(COMMON, "😀".repeat(4_000));
        }
    }

    /** Several events may come in one frame, in any frame. */
    private static void awaitSaid(LiveClient client, String body) {
        Pause.until("'" + body + "' is heard", Duration.ofSeconds(30), () -> client.events(COMMON).stream()
                .anyMatch(event -> event.getString("body", "").equals(body)));
    }

    private interface Misdeed {
        void on(LiveClient client);
    }

    private static int closeAfter(LiveClient client, Misdeed misdeed) {
        try (client) {
            misdeed.on(client);
            return client.awaitClose();
        }
    }

    private static boolean names(JsonObject presence, long id) {
        return presence.getJsonArray("here").stream()
                .anyMatch(person -> person.asJsonObject().getInt("id") == id);
    }

    private static long lastOf(Api api) {
        return api.get("/api/rooms").expect(200).items().getJsonObject(0).getInt("last");
    }

    private static void assertContiguous(LiveClient client) {
        var events = client.events(COMMON);
        for (var i = 1; i < events.size(); i++) {
            assertEquals(events.get(i - 1).getInt("seq") + 1, events.get(i).getInt("seq"));
        }
    }
}
