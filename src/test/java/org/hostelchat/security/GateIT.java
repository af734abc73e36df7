package org.hostelchat.security;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.BuildOutput;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has access to what, and how others are refused. */
@ExtendWith(Hostel.class)
class GateIT {

    private final HostelServer server;

    GateIT(HostelServer server) {
        this.server = server;
    }

    private static void leadsTo(String target, Api who, String path) {
        var answer = who.get(path).expect(302, 303);
        assertTrue(answer.header("Location").endsWith(target), path + " led to " + answer.header("Location"));
    }

    @Test
    void theRootLeadsToWhereTheCallerMayGo() {
        var newcomer = server.residents().newcomer("Asha").signIn();
        leadsTo("/password", newcomer, "/");
        leadsTo("/chat", server.residents().student("Asha").api(), "/");
        leadsTo("/login", server.api(), "/");
    }

    @Test
    void pagesLeadStrangersToTheSignInPageAndBackAfterwards() {
        leadsTo("/login?next=%2Fchat", server.api(), "/chat");
        leadsTo("/login?next=%2Frooms%2F7%3Fafter%3D3", server.api(), "/rooms/7?after=3");
        leadsTo("/login?next=%2Fadmin%2F", server.api(), "/admin/");
        leadsTo("/login?next=%2F", server.api(), "//evil.example/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/api/users",
                "/api/nothing",
                "/api/application.wadl",
                "/metrics",
                "/metrics/base",
                "/metrics?name=x",
                "/openapi",
                "/openapi/",
                "/live"
            })
    void programsAreToldTo(String path) {
        var answer = server.api().get(path).expectProblem(401, "not-signed-in");
        assertEquals("Bearer", answer.header("WWW-Authenticate"));
        assertNull(answer.header("Set-Cookie"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/../metrics",
                "/health/%2e%2e/metrics",
                "/assets/../admin/",
                "/assets/%2e%2e/admin/",
                "/assets%2f..%2fadmin%2f",
                "/assets;/../admin/",
                "/./admin/",
                "/metrics;x=1",
                "/openapi;x=1",
                "/admin/users.xhtml;x",
                "/health;/admin/",
                "/login/../metrics",
                "/META-INF/persistence.xml",
                "/WEB-INF/web.xml",
                "/admin/index.xhtml",
                "/chat.xhtml"
            })
    void noDetourLeadsAroundTheGate(String path) {
        var status = RawRequest.status(server.port(), "GET " + path + " HTTP/1.1");
        assertTrue(status >= 300 && status < 500, path + " answered " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "FOO"})
    void methodsThatNobodyNeedsAreOff(String method) {
        var status = RawRequest.status(server.port(), method + " /login HTTP/1.1");
        assertTrue(status == 405 || status == 501 || status == 400, method + " answered " + status);
    }

    @Test
    void studentsDoNotSeeWhatIsTheOfficials() {
        var asha = server.residents().student("Asha").api();
        asha.get("/admin/").expect(403);
        for (var path : new String[] {"/api/users", "/metrics", "/openapi"}) {
            asha.get(path).expectProblem(403, "admins-only");
        }
        var warden = server.residents().admin("Warden").api();
        for (var path : new String[] {"/api/users", "/metrics", "/openapi"})
            warden.get(path).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets", "/assets/", "/assets/1", "/assets/1/", "/assets/1/nothing.css"})
    void whatIsNoFileIsNotThere(String path) {
        server.api().get(path).expect(404);
    }

    @Test
    void theHealthCheckSaysUpOrDownAndNoMore() {
        var answer = server.api().get("/health").expect(200);
        assertEquals("UP", answer.json().getString("status"));
        assertFalse(answer.body().contains("hostel"), answer.body());
    }

    /** A monitoring that asks in a wrong way must not be told that the database is down. */
    @ParameterizedTest
    @CsvSource({
        "PUT, /health",
        "POST, /health",
        "DELETE, /health",
        "PATCH, /health",
        "PUT, /login",
        "DELETE, /login",
        "PUT, /assets/1/x.css",
        "POST, /assets/1/x.css",
        "DELETE, /chat"
    })
    void whatIsOnlyLookedAtKnowsNoOtherMethods(String method, String path) {
        var answer = RawRequest.answer(server.port(), method + " " + path + " HTTP/1.1", "Host: 127.0.0.1");
        assertTrue(
                answer.startsWith("HTTP/1.1 405 "), answer.lines().findFirst().orElse(""));
        assertTrue(answer.contains("\r\nAllow: GET, HEAD"), answer);
        assertFalse(answer.contains("DOWN"), answer);
        assertEquals(200, RawRequest.status(server.port(), "HEAD /health HTTP/1.1"));
    }

    @Test
    void beforeTheInitialPasswordIsReplacedOnlyThatCanBeDone() {
        var asha = server.residents().newcomer("Asha");
        var api = asha.signIn();
        assertTrue(api.get("/api/me").expect(200).json().getBoolean("mustChangePassword"));
        for (var path : new String[] {"/api/rooms", "/api/online", "/api/users", "/api/rooms/1/messages"}) {
            api.get(path).expectProblem(403, "must-change-password");
        }
        api.delete("/api/sessions").expectProblem(403, "must-change-password");
        assertEquals(403, LiveClient.handshake(api));
        leadsTo("/password?then=%2Fchat", api, "/chat");
        leadsTo("/password?then=%2Fnotices", api, "/notices");
        api.put("/api/session/password", json("current", asha.password(), "next", "seventeen green umbrellas"))
                .expect(204);
        api.get("/api/rooms").expect(200);
        leadsTo("/chat", api, "/");
    }

    @Test
    void otherSitesCantActThroughAVisitorsBrowser() {
        var asha = server.residents().student("Asha").api();
        var change = json("current", "x", "next", "y");
        for (var foreign : new String[] {"http://evil.example", "null", null}) {
            asha.header("Origin", foreign);
            asha.put("/api/session/password", change).expectProblem(403, "foreign-origin");
            asha.delete("/api/session").expectProblem(403, "foreign-origin");
        }
        asha.header("Sec-Fetch-Site", "cross-site").delete("/api/session").expectProblem(403, "foreign-origin");
        asha.get("/api/me").expect(200);
        asha.header("Sec-Fetch-Site", "same-origin").delete("/api/session").expect(204);
    }

    @Test
    void aPageTellsThatAnotherSiteSentTheBrowser() {
        var warden = server.residents().admin("Warden").api();
        var form = "application/x-www-form-urlencoded";
        for (var answer : List.of(
                warden.header("Origin", "http://evil.example")
                        .send("POST", "/devices", BodyPublishers.ofString("a=b"), form),
                warden.header("Sec-Fetch-Site", "cross-site").get("/data/file"),
                warden.header("Sec-Fetch-Site", "cross-site").get("/admin/lists/users.csv"),
                warden.header("Sec-Fetch-Site", "cross-site").get("/admin/roll/slips?id=1"))) {
            assertEquals(403, answer.status());
            assertTrue(answer.body().contains("This came from another website"), answer.body());
        }
        var student = server.residents().student("Asha").api().get("/admin/");
        assertEquals(403, student.status());
        assertTrue(student.body().contains("only for officials"), student.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void noLinkMakesAnOfficialDoWhatAFormWouldDo(String method) {
        var asha = server.residents().student("Asha");
        var warden = server.residents().admin("Warden").api();
        var answer = warden.header("Sec-Fetch-Site", "cross-site")
                .send(
                        method,
                        "/admin/act?act=make-admin&number=" + asha.enrolmentNumber()
                                + "&confirm=confirm&yes=1&jakarta%2Efaces.ViewState=stateless",
                        BodyPublishers.noBody(),
                        "text/plain");
        assertEquals(405, answer.status());
        assertEquals(
                "STUDENT",
                server.operator()
                        .get("/api/users/" + asha.enrolmentNumber())
                        .expect(200)
                        .json()
                        .getString("role"));
    }

    /** As HTTP has it; and nothing waits for a body that never comes, or stumbles over the address. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/api/users?q=a", "/chat", "/openapi", "/a|b", "/a^b?c=|", "/live/a|b"})
    void upgradesAreIgnoredWhereThereIsNoSocket(String path) {
        var line = "GET " + path + " HTTP/1.1";
        var cookie = "Cookie: " + server.residents().admin("Warden").api().cookies();
        var log = server.log().text().length();
        assertEquals(
                RawRequest.status(server.port(), line, List.of(cookie), ""),
                RawRequest.status(
                        server.port(),
                        line,
                        List.of(
                                cookie,
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: c2l4dGVlbiBieXRlcy4uLg=="),
                        ""));
        assertFalse(server.log().text().substring(log).contains("Exception"));
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 33, 401", "Transfer-Encoding: chunked, 400"})
    void anIgnoredUpgradeDoesNotMakeABodyEndless(String length, int status) {
        var body = "{\"login\":\"nobody\",\"password\":\"x\"}";
        assertEquals(33, body.length());
        assertEquals(
                status,
                RawRequest.status(
                        server.port(),
                        "POST /api/session HTTP/1.1",
                        List.of("Content-Type: application/json", "Connection: Upgrade", "Upgrade: websocket", length),
                        length.startsWith("Content") ? body : "21\r\n" + body + "\r\n0\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/faces/login", "/faces/admin/act", "/login.jsf", "/login.faces", "/login.xhtml"})
    void everyPageHasOneAddress(String path) {
        var warden = server.residents().admin("Warden").api();
        warden.get(path).expect(403, 404);
    }

    @Test
    void noOtherSiteOpensASocket() {
        var asha = server.residents().student("Asha").api();
        assertEquals(101, LiveClient.handshake(asha));
        assertEquals(403, LiveClient.handshake(asha.header("Origin", "http://evil.example")));
        assertEquals(401, LiveClient.handshake(server.api()));
        assertEquals(101, LiveClient.handshake(server.operator()));
    }

    @Test
    void whoIsRefusedLeavesATraceOnceAMinute() {
        var asha = server.residents().student("Asha");
        for (int i = 0; i < 3; i++) {
            asha.api().get("/api/users").expect(403);
            asha.api().get("/api/tokens").expect(403);
            asha.api().get("/metrics").expect(403);
            asha.api().get("/admin/").expect(403);
        }
        asha.api()
                .header("Origin", "http://evil.example")
                .delete("/api/session")
                .expect(403);
        for (var place : new String[] {"API", "METERS", "ADMIN_PAGE"}) {
            assertEquals(1, logged(notAllowed(asha, "admins-only") + " place=" + place), place);
        }
        assertEquals(1, logged(notAllowed(asha, "foreign-origin")));
    }

    @Test
    void aWrongTokenOrKeyLeavesATraceAndNotItself() {
        var nonsense = "nonsense-" + Residents.enrolment();
        for (int i = 0; i < 3; i++) server.api().bearer(nonsense).get("/api/me").expect(401);
        assertTrue(logged("token-wrong address=") >= 1);
        assertEquals(0, logged(nonsense));
    }

    private static String notAllowed(Residents.Person who, String reason) {
        return "not-allowed by=" + who.id() + " byName=\"" + who.name() + "\" reason=\"" + reason + '"';
    }

    private long logged(String text) {
        return server.log().text().lines().filter(line -> line.contains(text)).count();
    }

    @Test
    void theOperatorKeyIsGoodOnThisMachineOnly() {
        server.operator().get("/api/users").expect(200);
        for (var sign : new String[] {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"}) {
            server.operator().header(sign, "127.0.0.1").get("/api/users").expect(401);
        }
    }

    @Test
    void aTokenOpensUntilItIsRevoked() {
        var warden = server.residents().admin("Warden").api();
        var made = warden.post("/api/tokens", json("name", "roll", "password", Residents.PASSWORD))
                .expect(201)
                .json();
        var script = server.api().bearer(made.getString("token"));
        script.get("/api/me").expect(200);
        script.get("/metrics").expect(200);
        try (var socket = LiveClient.open(script)) {
            socket.hello();
            warden.delete("/api/tokens/" + made.getJsonNumber("id").longValue()).expect(204);
            assertEquals(1008, socket.awaitClose());
        }
        script.get("/api/me").expectProblem(401, "not-signed-in");
        assertFalse(warden.get("/api/tokens").body().contains(made.getString("token")));
    }

    @Test
    void aTokenAndItsConnectionsEndWithTheOffice() {
        var warden = server.residents().admin("Warden");
        var made = warden.api()
                .post("/api/tokens", json("name", "roll", "password", Residents.PASSWORD))
                .expect(201)
                .json();
        var script = server.api().bearer(made.getString("token"));
        try (var socket = LiveClient.open(script)) {
            socket.hello();
            server.operator()
                    .patch("/api/users/" + warden.enrolmentNumber(), json("role", "STUDENT"))
                    .expect(200);
            assertEquals(1008, socket.awaitClose());
        }
        server.operator()
                .patch("/api/users/" + warden.enrolmentNumber(), json("role", "ADMIN"))
                .expect(200);
        script.get("/api/me").expectProblem(401, "not-signed-in");
        assertTrue(server.log()
                .text()
                .contains("token-revoked by=0 byName=\"Hostel office\" token=" + made.getInt("id") + ' '));
    }

    @Test
    void aWrongTokenIsNotMadeGoodByACookie() {
        var asha = server.residents().student("Asha").api();
        asha.header("Authorization", "Bearer nonsense").get("/api/me").expect(401);
        asha.header("Authorization", "Basic eDp5").get("/api/me").expect(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/chat", "/api/me", "/nowhere", "/api/nowhere", "/health"})
    void everyAnswerHasTheSecurityHeaders(String path) {
        var answer = server.api().get(path);
        assertSafe(answer);
        assertNull(answer.header("Strict-Transport-Security"), "only with TLS");
    }

    private static void assertSafe(ApiResponse answer) {
        var policy = answer.header("Content-Security-Policy");
        assertNotNull(policy, answer.toString());
        for (var part : new String[] {
            "default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"
        }) {
            assertTrue(policy.contains(part), policy);
        }
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("same-origin", answer.header("Referrer-Policy"));
        assertTrue(answer.header("Permissions-Policy").contains("camera=()"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(List.of("DENY"), answer.headers("X-Frame-Options"));
        assertNull(answer.header("X-Powered-By"));
    }

    @Test
    void aTamperedFormIsNoFaultOfOursAndItsAnswerIsAsSafeAsAnyOther() {
        for (var state : new String[] {"rO0ABXNyABFqYXZh", "", "stateless2"}) {
            var answer = server.api()
                    .send(
                            "POST",
                            "/login",
                            BodyPublishers.ofString("jakarta.faces.ViewState=" + state),
                            "application/x-www-form-urlencoded");
            assertTrue(answer.status() < 500, answer.toString());
            assertSafe(answer);
            assertFalse(answer.body().contains("Exception"), answer.body());
        }
    }

    @Test
    void noRedirectLeadsWhereTheRequestSaysWeAre() {
        var warden = server.residents().admin("Warden").api();
        for (var path :
                new String[] {"/admin", "//admin", "/admin;x", "/resources/js", "/WEB-INF;/web.xml", "/", "/login"}) {
            var answer = RawRequest.answer(
                    server.port(), "GET " + path + " HTTP/1.1", "Host: evil.example", "Cookie: " + warden.cookies());
            assertFalse(answer.contains("evil.example/"), path + " was answered " + answer);
        }
        var away = warden.get("/admin").expect(301, 302);
        assertEquals("/admin/", away.header("Location"), "a proxy may speak TLS where we do not");
    }

    static List<String> foldersOfTheWar() throws IOException {
        var war = BuildOutput.target().resolve("hostel-chat");
        try (var paths = Files.walk(war)) {
            return paths.filter(Files::isDirectory)
                    .map(folder -> "/" + war.relativize(folder))
                    .filter(path -> path.length() > 1)
                    .toList();
        }
    }

    /** A redirect by the container itself would tell a stranger what is there, and carry none of our headers. */
    @ParameterizedTest
    @MethodSource("foldersOfTheWar")
    void foldersAreAnsweredByUsAndNotByTheContainer(String path) {
        for (var end : new String[] {"", "/"}) {
            var answer = RawRequest.answer(server.port(), "GET " + path + end + " HTTP/1.1", "Host: 127.0.0.1");
            assertTrue(answer.matches("(?s)HTTP/1.1 (302|4\\d\\d) .*"), path + end + " answered " + answer);
            assertTrue(answer.contains("Content-Security-Policy: "), path + end + " answered " + answer);
        }
        server.api().get("/admin").expect(302);
        assertEquals("/login?next=%2Fadmin", server.api().get("/admin").header("Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/api/%zz",
                "/api/me%",
                "/login%4",
                "/%ff",
                "/%00",
                "/api/%c0%af",
                "/x//y/..",
                "/%2e%2e/",
                "/.",
                "/admin;x",
                "/resources;x"
            })
    void whatIsNoPathIsAnsweredAsSuch(String path) {
        var answer = RawRequest.answer(server.port(), "GET " + path + " HTTP/1.1", "Host: 127.0.0.1");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("Content-Security-Policy: "), answer);
        assertTrue(answer.contains("Connection: close"), answer);
    }

    @Test
    void noServersSessionIsEverMade() {
        var asha = server.residents().student("Asha").api();
        for (var path : new String[] {"/", "/login", "/chat", "/notices", "/api/me", "/nowhere"}) asha.get(path);
        asha.post("/login", json());
        assertEquals(Set.of("hostel_session"), asha.cookieJar().keySet());
    }
}
