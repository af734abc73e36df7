package org.hostelchat.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.hostelchat.support.Api;
import org.hostelchat.support.Browsers;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.WritingSystem;
import org.junit.jupiter.api.Test;

/** A hostel's first start, its first official, and its second start. */
class FirstStartIT {

    private static final String WARDEN = "मीनल D’Mello – வார்டன்";

    @Test
    void fromTheSetupKeyToARememberedSession() throws Exception {
        try (var server = HostelServer.with().start()) {
            var setupKey = server.data().resolve("setup.key");
            var operatorKey = server.data().resolve("operator.key");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(setupKey)));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(operatorKey)));
            assertTrue(server.log().text().contains(setupKey.toString()), "the log says where the key is");
            assertFalse(server.log().text().contains(Files.readString(setupKey).strip()), "and not what it is");
            assertTrue(server.api().get("/").expect(302, 303).header("Location").endsWith("/setup"));

            typeIn(server, Files.readString(setupKey).strip());
            assertFalse(Files.exists(setupKey), "void once there is an admin");
            assertTrue(server.api().get("/").header("Location").endsWith("/login"));
            assertTrue(server.api()
                    .get("/setup")
                    .expect(302, 303)
                    .header("Location")
                    .endsWith("/"));

            var remembered = server.api().signIn(WARDEN, Residents.PASSWORD, true);
            assertFalse(remembered.get("/api/me").json().getBoolean("mustChangePassword"), "they chose it themselves");
            twoOfficialsUnmakeEachOther(server, remembered);
            var token = remembered
                    .post("/api/tokens", json("name", "roll", "password", Residents.PASSWORD))
                    .json()
                    .getString("token");
            var before = server.operator();
            var keyBefore = Files.readString(operatorKey);

            var asha = server.residents().student();
            var typed = WritingSystem.HINDI.password();
            storeMisread(server, asha, typed);
            server.restart();
            asha.api()
                    .put("/api/session/password", json("current", typed, "next", Residents.PASSWORD))
                    .expect(204);
            remembered.get("/api/me").expect(200);
            server.api().bearer(token).get("/api/me").expect(200);
            assertNotEquals(keyBefore, Files.readString(operatorKey));
            before.get("/api/users").expectProblem(401, "not-signed-in");
            assertFalse(Files.exists(setupKey));
            var log = server.log().text();
            for (var secret : new String[] {
                token,
                keyBefore.strip(),
                Residents.PASSWORD,
                remembered.cookieJar().get("hostel_session")
            }) {
                assertFalse(log.contains(secret), "no secret stands in the log");
            }
        }
    }

    private static void typeIn(HostelServer server, String key) {
        try (var browsers = new Browsers(server)) {
            var desk = browsers.desktop();
            desk.go("/");
            assertThat(desk.page()).hasURL(Pattern.compile("/setup$"));
            desk.checkFields();
            desk.type("#key", key)
                    .type("#name", WARDEN)
                    .type("#enrolmentNumber", "W-1")
                    .type("#password", Residents.PASSWORD);
            desk.find("#make").click();
            assertThat(desk.find(".word")).containsText("Your account is ready");
        }
    }

    /** As a page of earlier versions did, which read forms as Latin-1. */
    private static void storeMisread(HostelServer server, Residents.Person person, String typed) throws SQLException {
        var misread = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        person.api()
                .put("/api/session/password", json("current", person.password(), "next", misread))
                .expect(204);
        server.stop();
        try (var database = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("hostel.db"));
                var statement = database.createStatement()) {
            statement.execute("update users set password_perhaps_misread = 1 where id = " + person.id());
        }
    }

    /** One of the two is refused, however close they are: somebody has to stay who can run the hostel. */
    private static void twoOfficialsUnmakeEachOther(HostelServer server, Api one) throws Exception {
        var other = server.residents().admin("Second warden");
        var threads = Executors.newFixedThreadPool(2);
        try {
            var calls = List.<Callable<Integer>>of(
                    () -> unmake(one, other.enrolmentNumber()), () -> unmake(other.api(), "W-1"));
            var kept = 0;
            for (var status : threads.invokeAll(calls)) kept += status.get() == 200 ? 0 : 1;
            assertEquals(1, kept);
        } finally {
            threads.shutdownNow();
        }
        // Whoever it was: the first is needed below.
        server.operator().patch("/api/users/W-1", json("role", "ADMIN")).expect(200);
    }

    private static int unmake(Api by, String enrolmentNumber) {
        return by.patch("/api/users/" + enrolmentNumber, json("role", "STUDENT"))
                .status();
    }
}
