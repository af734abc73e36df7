package org.hostelchat.security;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in, signing out, and what ends a session. */
@ExtendWith(Hostel.class)
class SignInIT {

    private final HostelServer server;

    SignInIT(HostelServer server) {
        this.server = server;
    }

    private ApiResponse tryToSignIn(String login, String password) {
        return server.api().post("/api/session", json("login", login, "password", password, "remember", false));
    }

    @Test
    void bothTheNumberAndTheNameAreALogin() {
        var name = "Asha " + Residents.enrolment();
        var asha = server.residents().student(name);
        tryToSignIn(asha.enrolmentNumber().toLowerCase(Locale.ROOT), asha.password())
                .expect(200);
        tryToSignIn("  " + name.toUpperCase(Locale.ROOT) + " ", asha.password()).expect(200);
    }

    @Test
    void aNameThatTwoShareIsALoginForNeither() {
        var name = "Asha " + Residents.enrolment();
        var one = server.residents().student(name);
        tryToSignIn(name, one.password()).expect(200);
        var other = server.residents().student(name);
        // Only who knows the password of the one who had the name first learns that it is shared.
        tryToSignIn(name, one.password()).expectProblem(401, "name-shared");
        tryToSignIn(name, "wrong wrong wrong").expectProblem(401, "wrong-credentials");
        tryToSignIn(one.enrolmentNumber(), one.password()).expect(200);
        tryToSignIn(other.enrolmentNumber(), other.password()).expect(200);
    }

    @Test
    void nobodyLearnsWhetherAnAccountExists() {
        var asha = server.residents().student("Asha");
        var gone = server.residents().student("Gone");
        server.operator()
                .patch("/api/users/" + gone.enrolmentNumber(), json("active", false))
                .expect(200);
        var wrong = tryToSignIn(asha.enrolmentNumber(), "wrong wrong wrong").expectProblem(401, "wrong-credentials");
        assertEquals(
                wrong.body(),
                tryToSignIn(Residents.enrolment(), asha.password()).body());
        assertEquals(
                wrong.body(),
                tryToSignIn(gone.enrolmentNumber(), gone.password()).body());
    }

    @Test
    void aCodeOfTheOfficeSignsInOnce() {
        var asha = server.residents().student("Asha");
        var made = server.operator()
                .post("/api/users/" + asha.enrolmentNumber() + "/sign-in-code", json())
                .expect(201)
                .json();
        assertTrue(made.isNull("address"), "this machine's own address leads nobody here");
        server.api().get("/enter").expect(200);
        var phone = server.api();
        phone.post("/api/session/by-code", json("code", made.getString("code"))).expect(200);
        phone.get("/api/rooms").expectProblem(403, "must-change-password");
        asha.api().get("/api/me").expect(401);
        server.api()
                .post("/api/session/by-code", json("code", made.getString("code")))
                .expectProblem(401, "code-not-valid");
        phone.put("/api/session/password", json("next", Residents.PASSWORD + "!"))
                .expect(204);
        phone.get("/api/rooms").expect(200);
        asha.api()
                .post("/api/users/" + asha.enrolmentNumber() + "/sign-in-code", json())
                .expect(401);
    }

    @Test
    void theCookieIsForThisHostAndHiddenFromScripts() {
        var asha = server.residents().student("Asha");
        var passing = tryToSignIn(asha.enrolmentNumber(), asha.password()).header("Set-Cookie");
        assertTrue(passing.startsWith("hostel_session="), passing);
        assertTrue(passing.contains("HttpOnly"), passing);
        assertTrue(passing.contains("SameSite=Lax"), passing);
        assertTrue(passing.contains("Path=/"), passing);
        assertFalse(passing.contains("Max-Age"), "forgotten with the browser: " + passing);
        var remembered = server.api()
                .post(
                        "/api/session",
                        json("login", asha.enrolmentNumber(), "password", asha.password(), "remember", true))
                .header("Set-Cookie");
        assertTrue(remembered.contains("Max-Age"), remembered);
    }

    /** Browsers keep cookies by host, whatever the port. */
    @Test
    void anotherHostelOnTheSameHostKeepsItsCookie() {
        var asha = server.residents().student("Asha");
        var browser = server.api().cookie("hostel_session", "of-the-hostel-at-another-port");
        browser.signIn(asha.enrolmentNumber(), asha.password());
        var own = "hostel_session_" + server.port();
        assertEquals(Set.of("hostel_session", own), browser.cookieJar().keySet());
        assertEquals("of-the-hostel-at-another-port", browser.cookieJar().get("hostel_session"));
        browser.get("/api/me").expect(200);
        browser.signIn(asha.enrolmentNumber(), asha.password());
        assertEquals(Set.of("hostel_session", own), browser.cookieJar().keySet(), "and no third one");
        browser.delete("/api/session").expect(204);
        assertEquals(Set.of("hostel_session"), browser.cookieJar().keySet());
    }

    @Test
    void everySignInIsANewSessionAndEndsTheOneBefore() {
        var asha = server.residents().student("Asha");
        var before = asha.api().cookieJar().get("hostel_session");
        asha.api().signIn(asha.enrolmentNumber(), asha.password());
        assertNotEquals(before, asha.api().cookieJar().get("hostel_session"));
        server.api().cookie("hostel_session", before).get("/api/me").expectProblem(401, "not-signed-in");
    }

    @Test
    void aMadeUpSessionOpensNothing() {
        for (var cookie : new String[] {"x", "x".repeat(500), "%00", "'or'1'='1"}) {
            server.api().cookie("hostel_session", cookie).get("/api/me").expectProblem(401, "not-signed-in");
        }
    }

    @Test
    void signingOutEndsThisSessionHereAndAllOfThemEverywhere() {
        var asha = server.residents().student("Asha");
        var phone = asha.signIn();
        var tablet = asha.signIn();
        var secret = phone.cookieJar().get("hostel_session");
        phone.delete("/api/session").expect(204);
        assertTrue(phone.cookieJar().isEmpty(), "the cookie is taken back");
        server.api().cookie("hostel_session", secret).get("/api/me").expect(401);
        tablet.get("/api/me").expect(200);
        try (var socket = asha.online()) {
            tablet.delete("/api/sessions").expect(204);
            assertEquals(1008, socket.awaitClose());
        }
        asha.api().get("/api/me").expect(401);
    }

    @Test
    void anotherPasswordEndsTheOtherSessionsAndTheirSockets() {
        var asha = server.residents().student("Asha");
        var phone = asha.signIn();
        try (var socket = LiveClient.open(phone)) {
            socket.hello();
            asha.api()
                    .put("/api/session/password", json("current", asha.password(), "next", "seventeen green umbrellas"))
                    .expect(204);
            assertEquals(1008, socket.awaitClose());
        }
        phone.get("/api/me").expect(401);
        asha.api().get("/api/me").expect(200);
        tryToSignIn(asha.enrolmentNumber(), asha.password()).expect(401);
        tryToSignIn(asha.enrolmentNumber(), "seventeen green umbrellas").expect(200);
    }

    @Test
    void anOfficialEndsSomebodysSessions() {
        var asha = server.residents().student("Asha");
        var warden = server.residents().admin("Warden");
        try (var socket = asha.online()) {
            warden.api()
                    .delete("/api/users/" + asha.enrolmentNumber() + "/sessions")
                    .expect(204);
            assertEquals(1008, socket.awaitClose());
        }
        asha.api().get("/api/me").expect(401);
        asha.signIn().get("/api/me").expect(200);
    }

    @Test
    void deactivatingEndsSessionsAndSockets() {
        var asha = server.residents().student("Asha");
        try (var socket = asha.online()) {
            server.operator()
                    .patch("/api/users/" + asha.enrolmentNumber(), json("active", false))
                    .expect(200);
            assertEquals(1008, socket.awaitClose());
        }
        asha.api().get("/api/me").expect(401);
        tryToSignIn(asha.enrolmentNumber(), asha.password()).expect(401);
        server.operator()
                .patch("/api/users/" + asha.enrolmentNumber(), json("active", true))
                .expect(200);
        tryToSignIn(asha.enrolmentNumber(), asha.password()).expect(200);
    }

    @Test
    void aResetGivesANewInitialPassword() {
        var asha = server.residents().student("Asha");
        var initial = server.operator()
                .post("/api/users/" + asha.enrolmentNumber() + "/password-reset", json())
                .expect(200)
                .json()
                .getString("initialPassword");
        asha.api().get("/api/me").expect(401);
        tryToSignIn(asha.enrolmentNumber(), asha.password()).expect(401);
        var again = server.api().signIn(asha.enrolmentNumber(), initial);
        assertTrue(again.get("/api/me").json().getBoolean("mustChangePassword"));
    }

    @Test
    void guessingIsSlowedAndTheRightPasswordOpensAfterTheWait() throws InterruptedException {
        var asha = server.residents().student("Asha");
        for (int i = 0; i < 5; i++) {
            tryToSignIn(asha.enrolmentNumber(), "wrong wrong wrong").expect(401);
        }
        var refused = tryToSignIn(asha.enrolmentNumber(), asha.password()).expectProblem(429, "too-many-tries");
        TimeUnit.SECONDS.sleep(Long.parseLong(refused.header("Retry-After")));
        tryToSignIn(asha.enrolmentNumber(), asha.password()).expect(200);
    }

    @Test
    void aWholeCorridorSignsInFromOneAddressAtOnce() throws Exception {
        var people = new ArrayList<Residents.Person>();
        for (int i = 0; i < 40; i++) people.add(server.residents().newcomer("Resident"));
        var threads = Executors.newFixedThreadPool(people.size());
        try {
            var calls = people.stream()
                    .map(person -> (Callable<Integer>) () -> tryToSignIn(person.enrolmentNumber(), person.password())
                            .status())
                    .toList();
            for (var status : threads.invokeAll(calls)) assertEquals(200, status.get());
        } finally {
            threads.shutdownNow();
        }
    }
}
