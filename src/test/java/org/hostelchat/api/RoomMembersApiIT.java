package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.Test;

/** Rooms that people create, join and leave, by all adapters; other people learn nothing of them. */
@EachDatabase
class RoomMembersApiIT {

    /** A number that no room has. */
    private static final long NONE = 900_000_000L;

    @Test
    void anOpenRoomIsFoundJoinedAndLeft(HostelServer server) {
        var asha = server.residents().student("आशा राव");
        var ravi = server.residents().student("ரவி");
        var name = "क्रिकेट " + UUID.randomUUID();
        var made = asha.api()
                .post("/api/rooms", json("name", name, "kind", "OPEN", "topic", "Sundays – 7 a.m."))
                .expect(201);
        var room = id(made.json());
        assertEquals("/api/rooms/" + room, made.header("Location").replaceFirst("^https?://[^/]*", ""));
        assertEquals("Sundays – 7 a.m.", made.json().getString("topic"));
        assertEquals(
                made.json(), asha.api().get("/api/rooms/" + room).expect(200).json());
        ravi.api().get("/api/rooms/" + room).expectProblem(404, "no-such-room");
        post(asha, room, "पहला");

        assertFalse(found(ravi, name).getBoolean("joined"));
        ravi.api().get("/api/rooms/" + room + "/messages").expectProblem(404, "no-such-room");
        put(ravi, member(room, ravi)).expect(204);
        put(ravi, member(room, ravi)).expect(204);
        var entry = found(ravi, name);
        assertTrue(entry.getBoolean("joined"));
        assertEquals(2, entry.getInt("members"));
        // One's own membership, however many are in it.
        for (var one : List.of(asha, ravi)) {
            var found = one.api()
                    .get("/api/rooms/" + room + "/members?limit=1&after=" + (one.id() - 1))
                    .expect(200)
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0);
            assertEquals(one.id(), found.getInt("id"));
            assertEquals(one.id() == asha.id(), found.getBoolean("maker"));
        }
        assertEquals(0, own(ravi, room).getInt("unread"));
        assertEquals(1, history(ravi, room).size());
        post(ravi, room, "मैं भी");
        assertEquals(1, own(asha, room).getInt("unread"));

        put(asha, member(room, server.residents().student("Zoya"))).expectProblem(403, "not-yours");
        asha.api().delete(member(room, ravi)).expectProblem(403, "not-yours");
        ravi.api().patch("/api/rooms/" + room, json("name", "x")).expectProblem(403, "not-yours");
        ravi.api().delete(member(room, ravi)).expect(204);
        ravi.api().delete(member(room, ravi)).expect(204);
        ravi.api().get("/api/rooms/" + room + "/members").expectProblem(404, "no-such-room");
        assertEquals(
                "x",
                asha.api()
                        .patch("/api/rooms/" + room, json("name", "x"))
                        .expect(200)
                        .json()
                        .getString("name"));
        asha.api().delete("/api/rooms/" + room).expect(204);
        asha.api().get("/api/rooms/" + room + "/messages").expectProblem(404, "no-such-room");
    }

    @Test
    void aGroupShowsWhatIsSaidFromOnesJoiningOn(HostelServer server) {
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("Ravi");
        var zoya = server.residents().student("Zoya");
        var room = group(asha, ravi);
        post(asha, room, "before Zoya");
        put(ravi, member(room, zoya)).expect(204);
        var seq = post(asha, room, "for all three");

        assertEquals(List.of(seq), numbers(history(zoya, room)));
        assertEquals(
                List.of(seq),
                numbers(zoya.api()
                        .get("/api/rooms/" + room + "/messages?after=0")
                        .items()));
        assertEquals(1, own(zoya, room).getInt("unread"));
        try (var line = zoya.live()) {
            line.hello(Map.of(room, 0L));
            assertEquals(seq, line.awaitSaid(room, "for all three").getInt("seq"));
            assertEquals(1, line.events(room).size());
        }

        ravi.api().delete(member(room, zoya)).expectProblem(403, "not-yours");
        asha.api().delete(member(room, zoya)).expect(204);
        zoya.api().delete(member(room, zoya)).expect(204);
        var names = asha.api().get("/api/rooms/" + room + "/members").items();
        assertEquals(2, names.size());
        assertTrue(names.getJsonObject(0).getBoolean("maker"));
    }

    @Test
    void theSamePeopleHaveOneConversation(HostelServer server) {
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("ரவி");
        var made = asha.api()
                .post("/api/rooms/direct", people(ravi.id()))
                .expect(201)
                .json();
        var again = ravi.api()
                .post("/api/rooms/direct", people(ravi.id(), asha.id()))
                .expect(200)
                .json();

        assertEquals(id(made), id(again));
        assertEquals("ரவி", made.getString("name"));
        assertEquals("Asha", again.getString("name"));
        assertEquals(2, made.getJsonArray("people").size());
        put(asha, member(id(made), server.residents().student("Zoya"))).expectProblem(409, "fixed-members");
        asha.api().delete(member(id(made), asha)).expectProblem(409, "fixed-members");
        put(asha, member(1, asha)).expectProblem(409, "fixed-members");
        asha.api().post("/api/rooms/direct", people(asha.id())).expectProblem(422, "wrong-people");
        asha.api().post("/api/rooms/direct", people(NONE)).expectProblem(422, "wrong-people");
        asha.api()
                .post(
                        "/api/rooms/direct",
                        people(LongStream.range(1, 9).map(i -> NONE + i).toArray()))
                .expectProblem(422, "wrong-people");
        asha.api().post("/api/rooms/direct", json("people", "7")).expectProblem(422, "wrong-fields");
        asha.api().patch("/api/rooms/" + id(made), json("name", "x")).expectProblem(403, "not-yours");
    }

    @Test
    void comingInAndGoingOutIsFeltOnOpenLines(HostelServer server) {
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("Ravi");
        var room = group(asha);
        try (var his = ravi.online();
                var hers = asha.online()) {
            put(asha, member(room, ravi)).expect(204);
            his.await("room", frame -> id(frame.getJsonObject("room")) == room);
            his.say(room, "here I am");
            hers.awaitSaid(room, "here I am");
            asha.api().delete(member(room, ravi)).expect(204);
            his.await("left", frame -> frame.getInt("room") == room);
            hers.say(room, "is he gone?");
            put(asha, member(room, ravi)).expect(204);
            his.await("room", frame -> id(frame.getJsonObject("room")) == room);
            hers.say(room, "and back");
            his.awaitSaid(room, "and back");
            assertTrue(his.events(room).stream()
                    .noneMatch(event -> event.getString("body", "").equals("is he gone?")));
            asha.api().delete("/api/rooms/" + room).expect(204);
            his.await("left", frame -> frame.getInt("room") == room);
        }
    }

    @Test
    void anotherNameReachesWhoeverIsInTheRoomAndNobodyElse(HostelServer server) {
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("ரவி");
        var stranger = server.residents().student("Stranger");
        var room = group(asha, ravi);
        try (var his = ravi.online();
                var theirs = stranger.online()) {
            asha.api()
                    .patch("/api/rooms/" + room, json("name", "மாலை வகுப்பு – é’", "topic", "पाँच बजे"))
                    .expect(200);
            var told = his.await("room", frame -> id(frame.getJsonObject("room")) == room)
                    .getJsonObject("room");
            assertEquals("மாலை வகுப்பு – é’", told.getString("name"));
            assertEquals("पाँच बजे", told.getString("topic"));
            // One frame for all says nothing of what is each one's own.
            assertFalse(told.containsKey("read") || told.containsKey("unread") || told.containsKey("involvement"));
            // Whatever was on its way to them is there by now.
            theirs.say(1, "after that");
            assertTrue(
                    theirs.frames().stream().noneMatch(frame -> frame.toString().contains("மாலை")));
        }
    }

    /** What a stranger gets for a room is what they get for none, whatever they try; an official too, but for looking after groups. */
    @Test
    void aStrangersRoomIsAsIfItWereNotThere(HostelServer server) {
        var asha = server.residents().student("Asha");
        var stranger = server.residents().student("Stranger");
        var warden = server.residents().admin("Warden");
        var direct = id(asha.api()
                .post(
                        "/api/rooms/direct",
                        people(server.residents().student("Ravi").id()))
                .expect(201)
                .json());
        var closed = group(asha, stranger);
        asha.api().delete("/api/rooms/" + closed).expect(204);
        for (long room : List.of(group(asha), direct, closed)) {
            post(asha, room == closed ? direct : room, "हमारे बीच");
            for (var call : calls(asha)) {
                assertEquals(call.answer(stranger, NONE), call.answer(stranger, room), call.toString());
                if (room == direct) assertEquals(call.answer(warden, NONE), call.answer(warden, room), call.toString());
            }
            for (var frame : frames()) assertEquals(frames(stranger, NONE, frame), frames(stranger, room, frame));
            assertEquals(
                    0,
                    warden.api()
                            .get("/api/messages?room=" + room)
                            .expect(200)
                            .items()
                            .size());
        }
    }

    private record Call(String method, String path, JsonObject body) {

        /** Status and problem, but for the number. */
        String answer(Person who, long room) {
            var answer = who.api().send(method, path.formatted(room), body);
            assertNotEquals(2, answer.status() / 100, this + " " + answer);
            return answer.status() + " " + answer.body().replace("/rooms/" + room, "/rooms/N");
        }
    }

    private static List<Call> calls(Person member) {
        var words = json("body", "में");
        return List.of(
                new Call("GET", "/api/rooms/%d/messages", null),
                new Call("GET", "/api/rooms/%d/history", null),
                new Call("GET", "/api/rooms/%d/history?around=1", null),
                new Call("GET", "/api/rooms/%d/members", null),
                new Call("PUT", "/api/rooms/%d/messages/" + UUID.randomUUID(), words),
                new Call("PATCH", "/api/rooms/%d/messages/by-seq/1", words),
                new Call("DELETE", "/api/rooms/%d/messages/by-seq/1", null),
                new Call("PUT", "/api/rooms/%d/members/" + member.id(), null),
                new Call("DELETE", "/api/rooms/%d/members/" + member.id(), null),
                new Call("PUT", "/api/rooms/%d/involvement", json("level", "NOTHING")),
                new Call("PATCH", "/api/rooms/%d", json("name", "mine")),
                new Call("DELETE", "/api/rooms/%d", null),
                new Call("GET", "/rooms/%d", null));
    }

    private static List<JsonObject> frames() {
        return List.of(
                json("type", "post", "clientId", UUID.randomUUID().toString(), "body", "में"),
                json("type", "read", "seq", 1),
                json("type", "typing"));
    }

    /** What comes for a frame into a room, up to the end of the connection or the answer to a post. */
    private static List<String> frames(Person who, long room, JsonObject frame) {
        try (LiveClient line = who.live()) {
            line.hello(Map.of(room, 0L));
            line.send(Json.createObjectBuilder(frame).add("room", room).build());
            if (frame.containsKey("clientId")) line.await("refused");
            else line.awaitClose();
            return line.frames().stream()
                    .filter(heard ->
                            List.of("refused", "bye", "room", "left", "limited").contains(heard.getString("type")))
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void onlyOfficialsPostWhereOnlyTheyMay(HostelServer server) {
        var warden = server.residents().admin("Warden");
        var asha = server.residents().student("Asha");
        var room = id(warden.api()
                .post("/api/rooms", json("name", "Mess menu", "kind", "OPEN", "posting", "OFFICIALS"))
                .expect(201)
                .json());
        put(warden, member(room, asha)).expect(204);
        asha.api()
                .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), json("body", "Idli?"))
                .expectProblem(403, "officials-only");
        post(warden, room, "Idli.");
        warden.api().delete(member(room, asha)).expect(204);
    }

    @Test
    void peopleAreFoundByTheirNamesAlone(HostelServer server) {
        var asha = server.residents().student("Asha Rão " + UUID.randomUUID());
        var ravi = server.residents().student("Ravi");
        var found = ravi.api()
                .get("/api/people?text=" + encoded("rao " + asha.name().substring(9, 17)))
                .expect(200)
                .items();
        assertEquals(json("id", asha.id(), "name", asha.name(), "role", "STUDENT"), found.getJsonObject(0));
        assertEquals(
                0,
                ravi.api()
                        .get("/api/people?text=" + encoded(asha.enrolmentNumber()))
                        .expect(200)
                        .items()
                        .size());
    }

    @Test
    void saysHowMuchOneWantsToHear(HostelServer server) {
        var asha = server.residents().student("Asha");
        for (long room : List.of(1L, group(asha))) {
            assertEquals("ALL", own(asha, room).getString("involvement"));
            put(asha, "/api/rooms/" + room + "/involvement", json("level", "MENTIONS"))
                    .expect(204);
            assertEquals("MENTIONS", own(asha, room).getString("involvement"));
        }
        put(asha, "/api/rooms/1/involvement", json("level", "LOUD")).expectProblem(422, "wrong-fields");
    }

    private static ApiResponse put(Person who, String path) {
        return who.api().send("PUT", path, null);
    }

    private static ApiResponse put(Person who, String path, JsonObject body) {
        return who.api().put(path, body);
    }

    private static String member(long room, Person person) {
        return "/api/rooms/" + room + "/members/" + person.id();
    }

    private static long group(Person maker, Person... others) {
        return id(maker.api()
                .post(
                        "/api/rooms",
                        Json.createObjectBuilder(people(List.of(others).stream()
                                        .mapToLong(Person::id)
                                        .toArray()))
                                .add("name", "हम")
                                .add("kind", "GROUP")
                                .build())
                .expect(201)
                .json());
    }

    private static JsonObject people(long... ids) {
        var all = Json.createArrayBuilder();
        for (var id : ids) all.add(id);
        return Json.createObjectBuilder().add("people", all).build();
    }

    private static long post(Person who, long room, String body) {
        return who.api()
                .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), json("body", body))
                .expect(201)
                .json()
                .getJsonNumber("seq")
                .longValue();
    }

    private static JsonObject found(Person who, String name) {
        return who.api()
                .get("/api/rooms/directory?text=" + encoded(name))
                .expect(200)
                .items()
                .getJsonObject(0);
    }

    private static JsonObject own(Person who, long room) {
        return who.api().get("/api/rooms").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(item -> id(item) == room)
                .findFirst()
                .orElseThrow();
    }

    private static JsonArray history(Person who, long room) {
        var page = who.api().get("/api/rooms/" + room + "/history").expect(200).json();
        assertEquals(JsonValue.NULL, page.get("before"));
        assertEquals(JsonValue.NULL, page.get("after"));
        return page.getJsonArray("items");
    }

    private static List<Long> numbers(JsonArray items) {
        return items.getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonNumber("seq").longValue())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long id(JsonObject room) {
        return room.getJsonNumber("id").longValue();
    }
}
