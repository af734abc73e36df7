package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input of any kind is answered by a problem that says what is wrong: no stack trace, no page, no 500. */
@EachDatabase
class BadInputIT {

    private static final String JSON = "application/json";

    private static Api warden;

    /** Every call with a body, one that it accepts, with the field that must be there. */
    static List<List<String>> calls() {
        return List.of(
                List.of("POST", "/api/session", "login"),
                List.of("PUT", "/api/session/password", "next"),
                List.of("POST", "/api/users", "name"),
                List.of("POST", "/api/notices", "title"),
                List.of("POST", "/api/tokens", "name"),
                List.of("PUT", "/api/rooms/1/messages/" + UUID.randomUUID(), "body"),
                List.of("PATCH", "/api/rooms/1/messages/by-seq/1", "body"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesBodiesThatCantBeRead(List<String> call, HostelServer server) {
        var api = warden(server);
        var method = call.get(0);
        var path = call.get(1);

        for (var body : List.of("{bad", "[]", "null", "7", "\"x\"", "", " ", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\":")) {
            problem(api.send(method, path, BodyPublishers.ofString(body), JSON), 400);
        }
        problem(api.send(method, path, null), 400);
        problem(api.send(method, path, bytes("{\"" + call.get(2) + "\":\"\u00ff\"}"), JSON), 400);
        problem(api.send(method, path, BodyPublishers.ofString("[".repeat(60_000)), JSON), 400);
        problem(api.send(method, path, BodyPublishers.ofString("{\"a\":" + "[".repeat(60_000)), JSON), 400);
        problem(api.send(method, path, BodyPublishers.ofString("{\"a\":\"" + "x".repeat(70_000) + "\"}"), JSON), 413);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesOtherMediaTypes(List<String> call, HostelServer server) {
        var api = warden(server);

        for (var type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/xml",
                "nonsense",
                "a/b/c")) {
            problem(api.send(call.get(0), call.get(1), BodyPublishers.ofString("{}"), type), 415);
        }
    }

    @Test
    void whoIsNoOfficialIsToldThatAndNotWhichFieldIsWrong(HostelServer server) {
        var student = server.residents().student("Asha").api();
        for (var call : List.of(
                "POST /api/users",
                "PATCH /api/users/nobody",
                "PUT /api/users/nobody/mute",
                "POST /api/tokens",
                "POST /api/notices",
                "PATCH /api/notices/1",
                "POST /api/notices/drafts",
                "PATCH /api/register/imports/1",
                "POST /api/register/imports/1/apply",
                "POST /api/register/slips",
                "GET /api/audit?limit=x",
                "GET /api/messages?limit=x",
                "GET /api/reports?before=x")) {
            var words = call.split(" ", 2);
            student.send(words[0], words[1], BodyPublishers.ofString("{}"), JSON)
                    .expectProblem(403, "admins-only");
        }
    }

    @Test
    void aBodyWhereNoneBelongsIsIgnored(HostelServer server) {
        var asha = server.residents().student("Asha").api();
        var empty = BodyPublishers.ofString("{}");
        asha.send("GET", "/api/me", empty, JSON).expect(200);
        asha.send("DELETE", "/api/rooms/999999", empty, JSON).expectProblem(404, "no-such-room");
        asha.send("DELETE", "/api/session", empty, JSON).expect(204);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void namesTheFieldAtFault(List<String> call, HostelServer server) {
        var api = warden(server);
        var field = call.get(2);

        for (var value : List.of("null", "1", "true", "[]", "{}", "\"\\ud800\"", "\"a\\u0000b\"")) {
            var answer = api.send(
                    call.get(0), call.get(1), BodyPublishers.ofString("{\"" + field + "\":" + value + "}"), JSON);
            problem(answer, 422);
            assertTrue(fields(answer).contains(field), answer.toString());
        }
        assertTrue(
                fields(problem(api.send(call.get(0), call.get(1), json()), 422)).contains(field));
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "name, 12345",
        "name, long",
        "enrolmentNumber, ''",
        "enrolmentNumber, a b",
        "enrolmentNumber, a//b",
        "enrolmentNumber, long",
        "enrolmentNumber, ../x",
        "role, KING",
        "role, student",
        "password, short"
    })
    void refusesUsersThatBreakARule(String field, String value, HostelServer server) {
        var text = value.equals("long") ? "x".repeat(65) : value;
        var good = json("name", "A B", "enrolmentNumber", Residents.enrolment(), "role", "STUDENT");
        var body = Json.createObjectBuilder(good).add(field, text).build();

        var answer = problem(server.operator().post("/api/users", body), 422);

        assertEquals(List.of(field), fields(answer));
        assertEquals(
                404,
                server.operator()
                        .get("/api/users/" + good.getString("enrolmentNumber"))
                        .status());
    }

    @Test
    void refusesEmptyTooLongAndUnprintableMessages(HostelServer server) {
        var asha = server.residents().student("Asha").api();

        for (var words : List.of("", " \n\t ", "x".repeat(4_001), "a\u0001b", "a\u009bb")) {
            var answer = problem(asha.put("/api/rooms/1/messages/" + UUID.randomUUID(), json("body", words)), 422);
            assertEquals(List.of("body"), fields(answer));
        }
        asha.put("/api/rooms/1/messages/" + UUID.randomUUID(), json("body", "\ud83c\udfe0".repeat(4_000)))
                .expect(201);
        problem(asha.put("/api/rooms/1/messages/not-a-uuid", json("body", "x")), 422);
        problem(asha.put("/api/rooms/1/messages/1-1-1-1-1", json("body", "x")), 422);
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow(HostelServer server) {
        var asha = server.residents().student("Asha").api();

        asha.put("/api/rooms/1/messages/" + UUID.randomUUID(), json("body", "x", "colour", "red", "seq", 1))
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=-1",
                "limit=x",
                "limit=",
                "limit=1e2",
                "limit=99999999999999999999",
                "after=-1",
                "after=x",
                "after=99999999999999999999"
            })
    void refusesCursorsAndLimitsOutOfRange(String query, HostelServer server) {
        var warden = warden(server);

        for (var list : List.of(
                "/api/users",
                "/api/rooms",
                "/api/online",
                "/api/notices",
                "/api/tokens",
                "/api/messages",
                "/api/rooms/1/messages")) {
            var answer = problem(warden.get(list + "?" + query), 422);
            assertEquals(List.of(query.substring(0, query.indexOf('='))), fields(answer));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "room=x",
                "room=-1",
                "from=yesterday",
                "to=2026-13-01",
                "from=-1",
                "to=99999999999999999999",
                "after=1-2",
                "text=%00",
                "author=a%00",
                "to=+999999999-12-31",
                "to=%2B999999999-12-31",
                "from=%2B999999999-12-31",
                "from=-999999999-01-01",
                "to=-999999999-01-01",
                "from=-999999999-01-01T00:00:00Z",
                "to=%2B999999999-12-31T00:00:00Z",
                "from=10000-01-01",
                "from=0000-01-01"
            })
    void refusesSearchesThatMakeNoSense(String query, HostelServer server) {
        problem(server.operator().get("/api/messages?" + query), 422);
    }

    @Test
    void searchesForOddWordsWithoutHarm(HostelServer server) {
        for (var text : List.of("%25", "_", "'%20or%201=1%20--", "!", "%5C", "%F0%9F%8F%A0", "%ff", "%22")) {
            server.operator().get("/api/messages?text=" + text).expect(200);
            server.operator().get("/api/users?text=" + text).expect(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/none, 404",
        "GET, /api, 404",
        "GET, /api/, 404",
        "GET, /api/rooms/x/messages, 404",
        "GET, /api/rooms/99999999999999999999/messages, 404",
        "GET, /api/application.wadl, 404",
        "DELETE, /api/me, 405",
        "POST, /api/me, 405",
        "PUT, /api/users, 405",
        "DELETE, /api/rooms, 405",
        "PATCH, /api/notices, 405",
        "GET, /api/users/%2e%2e%2fme, 400",
        "DELETE, /api/tokens/x, 404",
        "GET, /api/notices/0, 404",
        "DELETE, /api/notices/99999999999999999999, 404",
        "PUT, /api/notices/0/acknowledgement, 404",
        "DELETE, /api/rooms/1/messages/by-seq/0, 404",
        "DELETE, /api/users/NOBODY-1, 404"
    })
    void saysWhatIsNotThere(String method, String path, int status, HostelServer server) {
        problem(warden(server).send(method, path, null), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png", "nonsense"})
    void refusesToAnswerInOtherMediaTypes(String accept, HostelServer server) {
        var warden = new Api(server.url())
                .cookie("hostel_session", warden(server).cookieJar().get("hostel_session"))
                .header("Accept", accept);

        problem(warden.get("/api/rooms"), 406);
        problem(warden.get("/api/me"), 406);
    }

    /** One for all, since people are dear to make; no test here changes anything about them. */
    private static synchronized Api warden(HostelServer server) {
        if (warden == null) warden = server.residents().admin("Warden").api();
        return warden;
    }

    private static BodyPublisher bytes(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ApiResponse problem(ApiResponse answer, int status) {
        assertEquals(status, answer.status(), answer.toString());
        assertTrue(
                String.valueOf(answer.header("Content-Type")).startsWith("application/problem+json"),
                answer.toString());
        assertEquals(status, answer.json().getInt("status"));
        assertTrue(answer.json().getString("type").matches("/problems/[a-z0-9-]+"), answer.toString());
        assertFalse(answer.json().getString("title").isBlank());
        assertFalse(answer.json().getString("detail").isBlank());
        for (var tell : List.of("Exception", "at org.", "jakarta", "SQL", "select ")) {
            assertFalse(answer.body().contains(tell), answer.toString());
        }
        return answer;
    }

    private static List<String> fields(ApiResponse answer) {
        return answer.json().getJsonArray("violations").stream()
                .map(violation -> violation.asJsonObject().getString("field"))
                .toList();
    }
}
