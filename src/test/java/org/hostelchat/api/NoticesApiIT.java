package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hostelchat.room.Room;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.Test;

@EachDatabase
class NoticesApiIT {

    @Test
    void standsOnTheBoardWithARoomOfItsOwn(HostelServer server) {
        var warden = server.residents().admin("Warden");
        var asha = server.residents().student("Asha");
        var today = LocalDate.now(ZoneId.systemDefault());

        var answer = warden.api()
                .post(
                        "/api/notices",
                        json(
                                "title",
                                "Water",
                                "text",
                                "None on Sunday.\nSorry!",
                                "acknowledge",
                                true,
                                "until",
                                today.plusDays(2)))
                .expect(201);
        var posted = answer.json();
        assertEquals("/api/notices/" + id(posted), answer.header("Location"));

        var seen = onBoard(asha.api(), id(posted));
        assertEquals("None on Sunday.\nSorry!", seen.getString("text"));
        assertEquals(today.plusDays(2).toString(), seen.getString("until"));
        assertEquals(warden.id(), seen.getInt("by"));
        assertEquals("Warden", seen.getString("name"));
        assertTrue(seen.getBoolean("acknowledge"));
        assertFalse(seen.getBoolean("acknowledged"));
        assertFalse(seen.getBoolean("read"));
        var room = seen.getInt("room");
        asha.api()
                .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), json("body", "Why?"))
                .expect(201);
        assertTrue(asha.api().get("/api/rooms").items().stream()
                .anyMatch(item -> item.asJsonObject().getInt("id") == room
                        && item.asJsonObject().getString("kind").equals("NOTICE")));
    }

    @Test
    void whatComesLiveSaysNothingOfWhatIsEachOnesOwn(HostelServer server) {
        var warden = server.residents().admin("Warden");
        var asha = server.residents().student("Asha");
        try (var client = asha.online()) {
            var id = id(post(warden.api()));
            var posted = client.await("notice", frame -> noticeOf(frame).getInt("id") == id);
            asha.api().put("/api/notices/" + id + "/acknowledgement", json()).expect(204);
            warden.api()
                    .patch("/api/notices/" + id, json("title", "Other words"))
                    .expect(200);
            var edited = client.await("notice", frame -> noticeOf(frame).containsKey("editedAt"));

            var listed = onBoard(asha.api(), id).keySet();
            for (var frame : List.of(posted, edited)) {
                var told = new HashSet<>(listed);
                told.removeAll(Set.of("read", "acknowledged", "acknowledgedVersion", "reminded"));
                if (frame == posted) told.remove("editedAt");
                assertEquals(told, noticeOf(frame).keySet());
            }
            assertTrue(onBoard(asha.api(), id).getBoolean("acknowledged"));
        }
    }

    /** She lives in the wing it is for; he tries every call. */
    @Test
    void concernsSomeAndIsNotThereForOthers(HostelServer server) {
        var warden = server.residents().admin("Warden");
        var asha = livingIn(server, "Asha", "Q7");
        var ravi = livingIn(server, "Ravi", "R7");
        try (var hers = asha.online();
                var his = ravi.online()) {
            var posted = warden.api()
                    .post(
                            "/api/notices",
                            json(
                                    "title",
                                    "क्यू विंग: पानी बंद",
                                    "text",
                                    "सुबह 6–8 बजे",
                                    "audience",
                                    json(
                                            "wing",
                                            Json.createArrayBuilder().add("q7").build()),
                                    "category",
                                    "पानी",
                                    "pinned",
                                    true,
                                    "acknowledgeBy",
                                    LocalDate.now(ZoneId.systemDefault()).plusDays(2)))
                    .expect(201)
                    .json();
            var id = id(posted);
            var room = posted.getInt("room");
            assertTrue(posted.getBoolean("acknowledge"), "who says until when asks for it");
            hers.await("notice", frame -> noticeOf(frame).getInt("id") == id);
            assertEquals("पानी", onBoard(asha.api(), id).getString("category"));
            var message = UUID.randomUUID();
            asha.api()
                    .put("/api/rooms/" + room + "/messages/" + message, json("body", "कबतकक्यू"))
                    .expect(201);

            var path = "/api/notices/" + id;
            ravi.api().get(path).expectProblem(404, "no-such-notice");
            ravi.api().send("PUT", path + "/read", null).expectProblem(404, "no-such-notice");
            ravi.api().send("PUT", path + "/acknowledgement", null).expectProblem(404, "no-such-notice");
            assertFalse(has(ravi.api().get("/api/notices?limit=500"), id));
            assertEquals(0, ravi.api().get("/api/notices?room=" + room).items().size());
            assertFalse(has(ravi.api().get("/api/rooms"), room));
            for (var call : List.of("/history", "/messages?after=0", "/members", "/pins")) {
                ravi.api().get("/api/rooms/" + room + call).expectProblem(404, "no-such-room");
            }
            ravi.api()
                    .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), json("body", "?"))
                    .expectProblem(404, "no-such-room");
            assertEquals(
                    0,
                    ravi.api()
                            .get("/api/search?text=" + encoded("कबतकक्यू"))
                            .items()
                            .size());
            try (var client = ravi.live()) {
                var welcome = client.hello();
                assertFalse(welcome.toString().contains("क्यू विंग"), "neither among his rooms");
            }

            move(warden, ravi, "Q7");
            his.await("notice", frame -> noticeOf(frame).getInt("id") == id);
            assertTrue(his.frames().stream()
                    .filter(frame -> frame.getString("type").equals("room"))
                    .anyMatch(frame -> frame.getJsonObject("room").getInt("id") == room));
            assertEquals(id, onBoard(ravi.api(), id).getInt("id"));
            move(warden, asha, "R7");
            hers.await("left", frame -> frame.getInt("room") == room);
            asha.api().get(path).expectProblem(404, "no-such-notice");
            asha.api().get("/api/rooms/" + room + "/history").expectProblem(404, "no-such-room");

            var shares = warden.api().get(path + "/acknowledgements?by=wing").items();
            assertEquals(1, shares.size());
            assertEquals(
                    "{\"value\":\"Q7\",\"concerned\":1,\"acknowledged\":0}",
                    shares.get(0).toString());
            warden.api().get(path + "/acknowledgements?by=name").expectProblem(422, "wrong-parameter");
            assertEquals(
                    1,
                    warden.api()
                            .post(path + "/reminders", json())
                            .expect(200)
                            .json()
                            .getInt("reminded"));
            his.await("notice", frame -> frame.containsKey("reminded"));
            assertTrue(onBoard(ravi.api(), id).getBoolean("reminded"));
            warden.api().post(path + "/reminders", json()).expectProblem(429, "reminded-already");
            ravi.api().post(path + "/reminders", json()).expectProblem(403, "admins-only");
        }
    }

    @Test
    void appearsByItselfAtItsTimeAndIsWrittenBefore(HostelServer server) {
        var warden = server.residents().admin("Warden");
        var other = server.residents().admin("Other");
        var asha = server.residents().student("Asha");
        var kept = warden.api()
                .post("/api/notices/drafts", json("text", "आधा"))
                .expect(201)
                .json();
        var draft = "/api/notices/drafts/" + id(kept);
        other.api().get(draft).expectProblem(404, "no-such-draft");
        asha.api().get(draft).expectProblem(403, "admins-only");
        warden.api().post(draft + "/post", json()).expectProblem(422, "unacceptable-notice");
        try (var client = asha.online()) {
            warden.api()
                    .put(draft, json("title", "Lift", "text", "பழுது", "from", System.currentTimeMillis() + 1_500))
                    .expect(200);
            var posted = warden.api().post(draft + "/post", json()).expect(201).json();
            warden.api().get(draft).expectProblem(404, "no-such-draft");
            var id = id(posted);
            client.await("notice", frame -> noticeOf(frame).getInt("id") == id);
            assertEquals("Lift", onBoard(asha.api(), id).getString("title"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Person livingIn(HostelServer server, String name, String wing) {
        var person = server.residents().student(name);
        move(server.residents().admin("Mover"), person, wing);
        return person;
    }

    private static void move(Person warden, Person who, String wing) {
        warden.api()
                .patch("/api/users/" + encoded(who.enrolmentNumber()), json("wing", wing))
                .expect(200);
    }

    private static JsonObject noticeOf(JsonObject frame) {
        return frame.getJsonObject("notice");
    }

    @Test
    void knowsWhoHasAcknowledged(HostelServer server) {
        var warden = server.residents().admin("Warden");
        var asha = server.residents().student("Asha");
        var bina = server.residents().student("Bina");
        var path = "/api/notices/" + id(post(warden.api()));

        asha.api().put(path + "/acknowledgement", json()).expect(204);
        asha.api().send("PUT", path + "/acknowledgement", null).expect(204);
        bina.api().send("PUT", path + "/read", null).expect(204);

        assertTrue(asha.api().get(path).json().getBoolean("acknowledged"));
        assertTrue(bina.api().get(path).json().getBoolean("read"));
        assertFalse(bina.api().get(path).json().getBoolean("acknowledged"));
        assertTrue(has(warden.api().get(path + "/acknowledgements?limit=500&acknowledged=true"), asha.id()));
        assertFalse(has(warden.api().get(path + "/acknowledgements?limit=500&acknowledged=true"), bina.id()));
        assertTrue(has(warden.api().get(path + "/acknowledgements?limit=500&acknowledged=false"), bina.id()));
        assertFalse(has(warden.api().get(path + "/acknowledgements?limit=500"), warden.id()), "not the author");
        asha.api().get(path + "/acknowledgements").expectProblem(403, "admins-only");
    }

    @Test
    void anEditCanAskAgain(HostelServer server) {
        var warden = server.residents().admin("Warden").doneWithTheBoard();
        var asha = server.residents().student("Asha").doneWithTheBoard();
        var posted = warden.api()
                .post("/api/notices", json("title", "पानी", "text", "आठ बजे तक", "acknowledge", true))
                .expect(201);
        var path = "/api/notices/" + id(posted.json());
        asha.api().send("PUT", path + "/acknowledgement?version=1", null).expect(204);

        warden.api().patch(path, json("text", "नौ बजे तक")).expect(200);
        var changed = asha.api().get(path).json();
        assertTrue(changed.getBoolean("acknowledged"), "an edit that does not ask again leaves it so");
        assertEquals(2, changed.getInt("version"));
        assertEquals(1, changed.getInt("acknowledgedVersion"), "and shows that it changed since");

        warden.api()
                .patch(path, json("text", "பத்து மணி வரை", "askAgain", true))
                .expect(200);
        var asked = asha.api().get(path).json();
        assertFalse(asked.getBoolean("acknowledged"));
        assertEquals(3, asked.getInt("askedVersion"));
        assertEquals(1, asked.getInt("acknowledgedVersion"));
        assertEquals(
                0,
                warden.api()
                        .get(path + "/acknowledgements?acknowledged=true")
                        .items()
                        .size());
        var row = find(warden.api().get(path + "/acknowledgements?limit=500&acknowledged=false"), asha.id());
        assertFalse(row.getBoolean("acknowledged"));
        assertTrue(row.isNull("at"));
        assertTrue(row.containsKey("earlierAt"));
        try (var client = asha.live()) {
            var welcome = client.hello();
            assertEquals(0, welcome.getInt("unreadNotices"));
            assertEquals(1, welcome.getInt("waitingNotices"));
        }
        try (var client = warden.live()) {
            assertEquals(0, client.hello().getInt("waitingNotices"), "whoever posted it is not asked");
        }

        asha.api().send("PUT", path + "/acknowledgement?version=2", null).expectProblem(409, "notice-changed");
        assertFalse(asha.api().get(path).json().getBoolean("acknowledged"), "what was not shown is not acknowledged");
        asha.api().send("PUT", path + "/acknowledgement?version=x", null).expectProblem(422, "wrong-parameter");
        asha.api().send("PUT", path + "/acknowledgement?version=3", null).expect(204);
        assertTrue(asha.api().get(path).json().getBoolean("acknowledged"));
        assertTrue(has(warden.api().get(path + "/acknowledgements?limit=500&acknowledged=true"), asha.id()));

        warden.api()
                .patch(path, json("acknowledge", false, "askAgain", true))
                .expectProblem(422, "unacceptable-notice");
        assertEquals(3, asha.api().get(path).json().getInt("version"), "nothing of a refused edit is stored");
        warden.api().patch(path, json("askAgain", true)).expect(200);
        assertFalse(asha.api().get(path).json().getBoolean("acknowledged"), "the same words can be asked about again");
        warden.api().delete(path).expect(204);
    }

    @Test
    void ownReceiptsReachOnesOtherConnections(HostelServer server) {
        var asha = server.residents().student("Asha").doneWithTheBoard();
        var ravi = server.residents().student("Ravi").doneWithTheBoard();
        try (var phone = asha.online();
                var laptop = asha.online();
                var stranger = ravi.online()) {
            var id = id(post(server.operator()));
            asha.api().send("PUT", "/api/notices/" + id + "/read", null).expect(204);
            asha.api().send("PUT", "/api/notices/" + id + "/read", null).expect(204);
            asha.api()
                    .send("PUT", "/api/notices/" + id + "/acknowledgement", null)
                    .expect(204);
            asha.api()
                    .send("PUT", "/api/notices/" + id + "/acknowledgement", null)
                    .expect(204);
            for (var client : List.of(phone, laptop)) {
                client.await("receipt", frame -> frame.containsKey("acknowledgedVersion"));
                var receipts = client.frames().stream()
                        .filter(frame -> frame.getString("type").equals("receipt"))
                        .toList();
                assertEquals(2, receipts.size(), "a repeat changes nothing and is told to nobody");
                assertFalse(receipts.get(0).containsKey("acknowledgedVersion"));
                assertEquals(id, receipts.get(1).getInt("notice"));
            }
            stranger.say(1, "नमस्ते");
            assertTrue(stranger.frames().stream()
                    .noneMatch(frame -> frame.getString("type").equals("receipt")));
            server.operator().delete("/api/notices/" + id).expect(204);
        }
    }

    private static JsonObject find(ApiResponse list, long id) {
        return list.items().stream()
                .map(JsonValue::asJsonObject)
                .filter(row -> row.getInt("id") == id)
                .findAny()
                .orElseThrow();
    }

    @Test
    void isEditedAndWithdrawnByOfficials(HostelServer server) {
        var warden = server.residents().admin("Warden");
        var asha = server.residents().student("Asha");
        var posted = post(warden.api());
        var path = "/api/notices/" + id(posted);
        asha.api().send("PUT", path + "/acknowledgement", null).expect(204);

        asha.api().patch(path, json("title", "x")).expectProblem(403, "admins-only");
        asha.api().delete(path).expectProblem(403, "admins-only");
        var dated = warden.api()
                .patch(path, json("until", LocalDate.now(ZoneId.systemDefault()).plusDays(1)))
                .expect(200)
                .json();
        assertEquals(posted.getString("title"), dated.getString("title"));
        var edited = warden.api()
                .patch(path, json("title", "Other", "until", null))
                .expect(200)
                .json();
        assertEquals("Other", edited.getString("title"));
        assertEquals(JsonValue.NULL, edited.get("until"));
        assertTrue(edited.containsKey("editedAt"));
        assertTrue(asha.api().get(path).json().getBoolean("acknowledged"));

        warden.api().delete(path).expect(204);
        warden.api().delete(path).expectProblem(404, "no-such-notice");
        asha.api().get(path).expectProblem(404, "no-such-notice");
        asha.api().send("PUT", path + "/acknowledgement", null).expectProblem(404, "no-such-notice");
        asha.api().get("/api/rooms/" + posted.getInt("room") + "/messages").expect(404);
        assertTrue(warden.api().get(path).json().containsKey("withdrawnAt"));
    }

    @Test
    void refusesDaysThatAreOver(HostelServer server) {
        var office = server.operator();
        var over = LocalDate.now(ZoneId.systemDefault()).minusDays(2);

        office.post("/api/notices", json("title", "T", "text", "t", "until", over))
                .expect(422);
        var path = "/api/notices/" + id(post(office));
        office.patch(path, json("until", over)).expect(422);
        office.patch(path, json("until", "tomorrow")).expect(422);
    }

    @Test
    void outlivesItsAuthorsAccount(HostelServer server) {
        var warden = server.residents().admin("Warden");
        server.residents().admin("Somebody has to be one");
        var asha = server.residents().student("Asha");
        var posted = post(warden.api());

        server.operator().delete("/api/users/" + warden.enrolmentNumber()).expect(204);

        var seen = onBoard(asha.api(), id(posted));
        assertEquals(JsonValue.NULL, seen.get("by"));
        assertEquals("Hostel office", seen.getString("name"));
    }

    @Test
    void comesPageByPageTheNewestFirst(HostelServer server) {
        var office = server.operator();
        var older = id(post(office));
        var newer = id(post(office));

        var first = office.get("/api/notices?limit=1&after=" + (newer + 1))
                .expect(200)
                .json();
        assertEquals(newer, id(first.getJsonArray("items").getJsonObject(0)));
        var second = office.get("/api/notices?limit=1&after=" + first.getJsonNumber("next"))
                .expect(200)
                .json();
        assertEquals(older, id(second.getJsonArray("items").getJsonObject(0)));
    }

    @Test
    void showsOfficialsWhatIsOffTheBoardToo(HostelServer server) throws SQLException {
        var office = server.operator();
        var asha = server.residents().student("Asha");
        var standing = id(post(office));
        var over = id(post(office));
        var withdrawn = id(post(office));
        letLastDayPass(server, over);
        office.delete("/api/notices/" + withdrawn).expect(204);

        var page = office.get("/api/notices?all=true&limit=2&after=" + (withdrawn + 1))
                .expect(200)
                .json();
        assertEquals(List.of(withdrawn, over), ids(page));
        assertTrue(page.getJsonArray("items").getJsonObject(0).containsKey("withdrawnAt"));
        var next = office.get("/api/notices?all=true&limit=1&after=" + page.getJsonNumber("next"));
        assertEquals(List.of(standing), ids(next.expect(200).json()));
        assertTrue(office.header("Accept", "text/csv")
                .get("/api/notices?all=true&limit=2&after=" + (withdrawn + 1))
                .body()
                .contains("\n" + over + ","));

        assertEquals(
                List.of(standing),
                ids(asha.api()
                        .get("/api/notices?all=false&limit=1&after=" + (withdrawn + 1))
                        .expect(200)
                        .json()));
        asha.api().get("/api/notices?all=true").expectProblem(403, "admins-only");
        asha.api().get("/api/notices?all=yes").expectProblem(422, "wrong-parameter");
    }

    @Test
    void leavesTheBoardAfterItsLastDayAndIsStillDiscussed(HostelServer server) throws SQLException {
        var asha = server.residents().student("Asha");
        var posted = post(server.operator());
        var path = "/api/notices/" + id(posted);
        var room = posted.getInt("room");
        var unread = unreadNotices(asha);

        letLastDayPass(server, id(posted));

        assertTrue(asha.api().get("/api/notices?limit=500").items().stream()
                .noneMatch(item -> id(item.asJsonObject()) == id(posted)));
        assertEquals(unread - 1, unreadNotices(asha));
        assertFalse(asha.api().get("/notices").expect(200).body().contains(posted.getString("title")));

        assertEquals("2001-01-01", asha.api().get(path).expect(200).json().getString("until"));
        var inItsRoom = "/api/notices?room=" + room;
        assertEquals(
                List.of(id(posted)),
                asha.api().get(inItsRoom).expect(200).items().stream()
                        .map(item -> id(item.asJsonObject()))
                        .toList());
        asha.api().get("/api/notices?room=water").expectProblem(422, "wrong-parameter");
        assertEquals(
                List.of(),
                asha.api().get("/api/notices?room=" + Room.COMMON).expect(200).items());
        asha.api()
                .put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), json("body", "Is that over?"))
                .expect(201);
        assertTrue(asha.api().get("/api/rooms").items().stream()
                .anyMatch(item -> item.asJsonObject().getInt("id") == room));
        var page = asha.api().get("/rooms/" + room).expect(200).body();
        assertTrue(page.contains(posted.getString("title")));
        assertTrue(page.contains(posted.getString("text")));
        server.operator().delete(path).expect(204);
        asha.api().get("/rooms/" + room).expect(404);
    }

    /** As if it had been posted long ago: a last day that is over can't be given. */
    private static void letLastDayPass(HostelServer server, long id) throws SQLException {
        try (var database = server.database();
                var statement = database.createStatement()) {
            statement.executeUpdate("update notices set until = '2001-01-01' where id = " + id);
        }
    }

    private static int unreadNotices(Person person) {
        try (var client = LiveClient.open(person.api())) {
            return client.hello().getInt("unreadNotices");
        }
    }

    private static List<Long> ids(JsonObject list) {
        return list.getJsonArray("items").stream()
                .map(item -> id(item.asJsonObject()))
                .toList();
    }

    private static JsonObject post(Api api) {
        return api.post(
                        "/api/notices",
                        json("title", "Notice " + Residents.enrolment(), "text", "Text " + Residents.enrolment()))
                .expect(201)
                .json();
    }

    private static JsonObject onBoard(Api api, long id) {
        return api.get("/api/notices?limit=500").expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .filter(notice -> id(notice) == id)
                .findAny()
                .orElseThrow();
    }

    private static boolean has(ApiResponse answer, long id) {
        return answer.expect(200).items().stream().anyMatch(row -> id(row.asJsonObject()) == id);
    }

    private static long id(JsonObject of) {
        return of.getJsonNumber("id").longValue();
    }
}
