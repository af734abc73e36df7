package org.hostelchat.live;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hostelchat.support.Api;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;

/** The change log from the act to the socket, on the built WAR. */
@EachDatabase
class ChangesIT {

    private static final String NOTHING = "";

    /** What stands in the log, of all that a test did. */
    private static final class Log {
        private final HostelServer server;
        private long seen;

        Log(HostelServer server) {
            this.server = server;
            kinds();
        }

        /**
         * The kinds of what came since the last call, in their order; the numbers have no holes. Without who came into
         * rooms that follow the register: officials are in each of them, and other tests make such rooms.
         */
        private String kinds() {
            var kinds = new StringBuilder();
            try (var database = server.database();
                    var statement = database.createStatement();
                    var rows = statement.executeQuery(
                            "select c.seq, c.kind, r.kind from changes c left join rooms r on r.id = c.room_id"
                                    + " where c.seq > " + seen + " order by c.seq")) {
                while (rows.next()) {
                    if (seen > 0) assertEquals(seen + 1, rows.getLong(1));
                    seen = rows.getLong(1);
                    var followsRegister = List.of("AUDIENCE", "CONCERNED").contains(String.valueOf(rows.getString(3)));
                    if (!followsRegister) kinds.append(' ').append(rows.getString(2));
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return kinds.toString().strip();
        }

        void assertNext(String expected, String act) {
            assertEquals(expected, kinds(), act);
        }
    }

    @Test
    void eachActOnAnAccountWritesWhatItChanges(HostelServer server) {
        var warden = server.residents().admin("Warden").api();
        var log = new Log(server);
        var number = Residents.enrolment();
        warden.post("/api/users", json("name", "रवि", "enrolmentNumber", number, "role", "STUDENT"))
                .expect(201);
        log.assertNext("USER_CHANGED", "registering");
        var user = "/api/users/" + number;
        warden.patch(user, json("name", "Ravi")).expect(200);
        log.assertNext("USER_CHANGED", "renaming");
        warden.patch(user, json("name", "Ravi")).expect(200);
        log.assertNext(NOTHING, "the same again");
        warden.post(user + "/password-reset", json()).expect(200);
        log.assertNext("SESSIONS_ENDED", "a new password");
        warden.delete(user + "/sessions").expect(204);
        log.assertNext("SESSIONS_ENDED", "ending sessions");
        warden.patch(user, json("active", false)).expect(200);
        log.assertNext("USER_CHANGED SESSIONS_ENDED", "deactivating");
        warden.patch(user, json("active", true, "role", "ADMIN")).expect(200);
        log.assertNext("USER_CHANGED", "making an official");
        warden.delete(user).expect(204);
        log.assertNext("USER_ERASED", "erasing");
        warden.delete(user).expect(404);
        log.assertNext(NOTHING, "what is refused");

        var token = warden.post("/api/tokens", json("name", number, "password", Residents.PASSWORD))
                .expect(201)
                .json();
        log.assertNext(NOTHING, "making a token");
        warden.delete("/api/tokens/" + token.get("id")).expect(204);
        log.assertNext("SESSION_ENDED", "revoking a token");
    }

    @Test
    void eachWayToSignOutWritesWhatEnds(HostelServer server) {
        var asha = server.residents().student("ஆஷா");
        var log = new Log(server);
        var phone = asha.signIn();
        log.assertNext(NOTHING, "signing in");
        phone.delete("/api/session").expect(204);
        log.assertNext("SESSION_ENDED", "signing out");
        asha.api()
                .put("/api/session/password", json("current", asha.password(), "next", "a wholly other pass–phrase"))
                .expect(204);
        log.assertNext("OTHER_SESSIONS_ENDED", "choosing a password");
        asha.api().delete("/api/sessions").expect(204);
        log.assertNext("SESSIONS_ENDED", "signing out everywhere");
    }

    @Test
    void eachActOnARoomWritesOneChange(HostelServer server) {
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("Ravi");
        var log = new Log(server);
        var open = room(asha.api(), json("name", "चाय ☕", "kind", "OPEN"));
        log.assertNext("ROOM_OPENED", "making an open room");
        var own = open + "/members/" + ravi.id();
        ravi.api().put(own, json()).expect(204);
        log.assertNext("JOINED", "joining");
        ravi.api().put(own, json()).expect(204);
        log.assertNext(NOTHING, "joining again");
        asha.api().patch(open, json("topic", "café – ₹")).expect(200);
        log.assertNext("ROOM_CHANGED", "changing");
        asha.api()
                .put(open + "/messages/" + UUID.randomUUID(), json("body", "tea?"))
                .expect(201);
        asha.api().put(open + "/involvement", json("level", "NOTHING")).expect(204);
        log.assertNext(NOTHING, "posts have their own sequence");
        ravi.api().delete(own).expect(204);
        log.assertNext("LEFT", "leaving");
        asha.api().delete(open).expect(204);
        log.assertNext("ROOM_CLOSED", "closing");
        var people = Json.createArrayBuilder().add(ravi.id()).build();
        room(asha.api(), json("name", "Wing B", "kind", "GROUP", "people", people));
        log.assertNext("ROOM_OPENED", "making a group");
        for (var status : List.of(201, 200)) {
            asha.api().post("/api/rooms/direct", json("people", people)).expect(status);
            log.assertNext(status == 201 ? "ROOM_OPENED" : NOTHING, "a conversation");
        }
    }

    private static String room(Api by, JsonObject draft) {
        return "/api/rooms/" + by.post("/api/rooms", draft).expect(201).json().get("id");
    }

    @Test
    void eachActOnTheBoardWritesWhatItChanges(HostelServer server) {
        var warden = server.residents().admin("Warden").api();
        var asha = server.residents().student("Asha").api();
        var log = new Log(server);
        var notice = notice(server.operator(), "पानी");
        log.assertNext("NOTICE_POSTED", "posting");
        server.operator().delete(notice).expect(204);
        log.assertNext("NOTICE_WITHDRAWN", "withdrawing");
        var own = notice(warden, "Water");
        log.assertNext("NOTICE_POSTED RECEIPT_CHANGED", "who posts has read it");
        warden.patch(own, json("text", "On Sunday.")).expect(200);
        log.assertNext("NOTICE_EDITED", "editing");
        warden.patch(own, json("text", "On Sunday.")).expect(200);
        log.assertNext(NOTHING, "the same again");
        for (var act : List.of("/read", "/acknowledgement")) {
            asha.send("PUT", own + act, null).expect(204);
            log.assertNext("RECEIPT_CHANGED", act);
            asha.send("PUT", own + act, null).expect(204);
            log.assertNext(NOTHING, act);
        }
        warden.delete(own).expect(204);
        log.assertNext("NOTICE_WITHDRAWN", "withdrawing");
    }

    private static String notice(Api by, String title) {
        return "/api/notices/"
                + by.post("/api/notices", json("title", title, "text", "None.", "acknowledge", true))
                        .expect(201)
                        .json()
                        .get("id");
    }

    private static long id(String notice) {
        return Long.parseLong(notice.substring(notice.lastIndexOf('/') + 1));
    }

    @Test
    void whoComesBackGetsWhatTheyMissedOfTheBoard(HostelServer server) {
        var operator = server.operator();
        var asha = server.residents().student("Asha").doneWithTheBoard();
        var stays = notice(operator, "Stays");
        var edited = notice(operator, "Edited");
        var gone = notice(operator, "Gone");
        var read = notice(operator, "Read elsewhere");
        long held;
        try (var phone = asha.live()) {
            held = phone.hello().getJsonNumber("changes").longValue();
            var posted = notice(operator, "Live");
            var frame = phone.await("notice", got -> got.getJsonObject("notice").getInt("id") == id(posted));
            assertTrue(frame.getInt("change") > held);
            held = frame.getInt("change");
        }
        operator.patch(edited, json("title", "நீர் – é ’")).expect(200);
        operator.patch(edited, json("text", "Twice.")).expect(200);
        operator.delete(gone).expect(204);
        var brief = notice(operator, "Posted and gone");
        operator.delete(brief).expect(204);
        asha.api().send("PUT", read + "/acknowledgement", null).expect(204);
        server.residents()
                .student("Somebody else")
                .api()
                .send("PUT", stays + "/read", null)
                .expect(204);
        var posted = notice(operator, "नया");
        operator.patch(posted, json("text", "Edited before she comes.")).expect(200);
        try (var phone = asha.live()) {
            var board = missed(phone, held);
            var notices = board.getJsonArray("notices").getValuesAs(JsonObject.class);
            assertEquals(
                    List.of(id(edited), id(read), id(posted)),
                    notices.stream()
                            .map(one -> one.getJsonNumber("id").longValue())
                            .toList());
            assertEquals("நீர் – é ’", notices.get(0).getString("title"));
            assertEquals("Twice.", notices.get(0).getString("text"));
            assertFalse(notices.get(0).getBoolean("read"));
            assertTrue(notices.get(1).getBoolean("acknowledged"));
            assertFalse(notices.get(2).getBoolean("acknowledged"), "as one's own list has it");
            assertEquals(
                    Json.createArrayBuilder().add(id(gone)).add(id(brief)).build(), board.getJsonArray("withdrawn"));
            assertEquals(
                    List.of("welcome", "board"),
                    phone.frames().stream()
                            .limit(2)
                            .map(one -> one.getString("type"))
                            .toList());
        }
        for (var notice : List.of(stays, edited, read, posted))
            operator.delete(notice).expect(204);
    }

    private static JsonObject missed(LiveClient client, long held) {
        client.send(json("type", "hello", "changes", held));
        return client.await("board");
    }

    @Test
    void whoHasMissedTooMuchOrComesFromElsewhereIsToldToFetchTheBoard(HostelServer server) {
        var asha = server.residents().student("Asha");
        try (var client = asha.live();
                var other = asha.live();
                var old = asha.live()) {
            assertTrue(missed(client, Long.MAX_VALUE / 2).getBoolean("limited"));
            var now = client.frames().get(0).getJsonNumber("changes").longValue();
            var board = missed(other, now);
            assertEquals(
                    0,
                    board.getJsonArray("notices").size()
                            + board.getJsonArray("withdrawn").size());
            old.hello();
            old.say(1, "not asked, not told");
            assertTrue(old.frames().stream()
                    .noneMatch(frame -> frame.getString("type").equals("board")));
        }
    }

    @Test
    void whoIsTakenOutHearsNothingThatIsSaidAfterwards(HostelServer server) {
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("Ravi");
        var people = Json.createArrayBuilder().add(ravi.id()).build();
        var group = room(asha.api(), json("name", "समूह", "kind", "GROUP", "people", people));
        var room = id(group);
        try (var client = ravi.online();
                var maker = asha.online()) {
            for (var round = 0; round < 10; round++) {
                var out = "out " + round;
                maker.say(room, "in " + round);
                client.awaitSaid(room, "in " + round);
                asha.api().delete(group + "/members/" + ravi.id()).expect(204);
                maker.say(room, out);
                client.await("left", frame -> frame.getInt("room") == room);
                asha.api().put(group + "/members/" + ravi.id(), json()).expect(204);
                client.await("room", frame -> frame.getJsonObject("room").getInt("id") == room);
                assertTrue(client.events(room).stream()
                        .noneMatch(event -> event.getString("body", "").equals(out)));
            }
        }
    }

    @Test
    void whoIsOnlineWhenAGroupIsMadeIsInItAtOnce(HostelServer server) {
        var asha = server.residents().student("Asha");
        var others =
                List.of(server.residents().student("रवि"), server.residents().student("மீரா"));
        try (var first = others.get(0).online();
                var second = others.get(1).online();
                var stranger = server.residents().student("Stranger").online()) {
            var people = Json.createArrayBuilder();
            others.forEach(one -> people.add(one.id()));
            var room = id("/"
                    + asha.api()
                            .post("/api/rooms/direct", json("people", people.build()))
                            .expect(201)
                            .json()
                            .get("id"));
            for (var client : List.of(first, second)) {
                var told = client.await(
                        "room", frame -> frame.getJsonObject("room").getInt("id") == room);
                assertEquals(
                        3, told.getJsonObject("room").getJsonArray("people").size());
                assertEquals(0, told.getJsonObject("room").getInt("unread"));
            }
            assertFalse(
                    first.frames().stream()
                            .filter(frame -> frame.getString("type").equals("room"))
                            .map(frame -> frame.getJsonObject("room").getString("name"))
                            .anyMatch(name -> name.contains("रवि")),
                    "one's own name is not in it");
            first.say(room, "नमस्ते");
            second.awaitSaid(room, "नमस्ते");
            asha.api()
                    .put("/api/rooms/1/messages/" + UUID.randomUUID(), json("body", "later"))
                    .expect(201);
            stranger.awaitSaid(1, "later");
            assertTrue(stranger.frames().stream()
                    .noneMatch(frame -> frame.getString("type").equals("room")));
        }
    }
}
