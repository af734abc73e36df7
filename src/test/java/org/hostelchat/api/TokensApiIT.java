package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;

@EachDatabase
class TokensApiIT {

    @Test
    void actsWithItsMakersRightsUntilItIsRevoked(HostelServer server) {
        var warden = server.residents().admin("Warden");
        var made = warden.api()
                .post("/api/tokens", json("name", "nightly roll", "password", Residents.PASSWORD))
                .expect(201);
        var script = server.api().bearer(made.json().getString("token"));

        assertEquals("/api/tokens/" + made.json().getInt("id"), made.header("Location"));
        warden.api()
                .post("/api/tokens", json("name", "nightly roll", "password", Residents.PASSWORD))
                .expectProblem(422, "invalid-token");
        script.get("/api/users?limit=1").expect(200);
        assertEquals(warden.id(), script.get("/api/me").expect(200).json().getInt("id"));
        var listed = warden.api().get("/api/tokens?limit=500").expect(200).body();
        assertTrue(listed.contains("nightly roll"));
        assertFalse(listed.contains(made.json().getString("token")));

        warden.api().delete("/api/tokens/" + made.json().getInt("id")).expect(204);
        warden.api().delete("/api/tokens/" + made.json().getInt("id")).expect(404);
        script.get("/api/users").expect(401);
    }

    private static ApiResponse make(Residents.Person by, Object... more) {
        var body = Json.createObjectBuilder(json(more));
        return by.api()
                .post("/api/tokens", body.add("name", Residents.enrolment()).build());
    }

    private static String secret(ApiResponse made) {
        return made.expect(201).json().getString("token");
    }

    @Test
    void makingOneAsksForThePassword(HostelServer server) {
        var warden = server.residents().admin();
        make(warden).expectProblem(422, "invalid-token");
        make(warden, "password", "not the one").expectProblem(403, "wrong-password");
        var script = server.api().bearer(secret(make(warden, "password", Residents.PASSWORD)));
        script.post("/api/tokens", json("name", "another")).expectProblem(422, "invalid-token");
        var office = secret(make(warden, "password", Residents.PASSWORD, "machine", true));
        server.api()
                .bearer(office)
                .post("/api/tokens", json("name", "another", "password", Residents.PASSWORD))
                .expectProblem(403, "account-needed");
    }

    @Test
    void aTokenForReadingChangesNothing(HostelServer server) {
        var warden = server.residents().admin();
        var reader = server.api().bearer(secret(make(warden, "password", Residents.PASSWORD, "scope", "read")));
        for (var path : List.of("/api/me", "/api/users", "/api/messages", "/api/tokens", "/metrics", "/openapi")) {
            reader.get(path).expect(200);
        }
        for (var end : List.of("", "/", "//", "?keep=yes", "/?keep=yes")) {
            reader.get("/api/register/imports/7/slips" + end).expectProblem(403, "token-scope");
        }
        for (var end : List.of(";x=1", "/;x=1")) {
            reader.get("/api/register/imports/7/slips" + end).expectProblem(400, "path");
        }
        reader.get("/api/rooms/1/messages").expect(200);
        reader.post("/api/notices", json("title", "x", "text", "x")).expectProblem(403, "token-scope");
        reader.put("/api/rooms/1/messages/" + UUID.randomUUID(), json("body", "x"))
                .expectProblem(403, "token-scope");
        reader.delete("/api/sessions").expectProblem(403, "token-scope");
        reader.patch("/api/users/" + warden.enrolmentNumber(), json("name", "x"))
                .expectProblem(403, "token-scope");
        reader.get("/live").expectProblem(403, "token-scope");
        assertEquals(
                403,
                reader.send(
                                "POST",
                                "/language",
                                BodyPublishers.ofString("language=hi&back=/"),
                                "application/x-www-form-urlencoded")
                        .status());
        assertEquals(403, reader.get("/notices").status(), "which would mark them as read");
    }

    @Test
    void aTokenForMetricsReadsNothingElse(HostelServer server) {
        var warden = server.residents().admin();
        var meter = server.api()
                .bearer(secret(make(warden, "password", Residents.PASSWORD, "scope", "metrics", "machine", true)));
        meter.get("/metrics").expect(200);
        for (var path : List.of("/api/me", "/api/users", "/openapi", "/live")) {
            meter.get(path).expectProblem(403, "token-scope");
        }
        meter.post("/metrics", json()).expectProblem(405, "method-not-allowed");
    }

    @Test
    void aPersonalOneEndsWithThePasswordAndAMachinesDoesNot(HostelServer server) {
        var warden = server.residents().admin();
        var personal = server.api().bearer(secret(make(warden, "password", Residents.PASSWORD, "days", 7)));
        var made = make(warden, "password", Residents.PASSWORD, "machine", true)
                .expect(201)
                .json();
        var machine = server.api().bearer(made.getString("token"));
        personal.get("/api/users").expect(200);
        assertTrue(made.isNull("expiresAt"));
        warden.api()
                .put("/api/session/password", json("current", Residents.PASSWORD, "next", "नया पासवर्ड – नई सुबह"))
                .expect(204);
        personal.get("/api/users").expectProblem(401, "not-signed-in");
        machine.get("/api/users").expect(200);
        server.operator().delete("/api/users/" + warden.enrolmentNumber()).expect(204);
        machine.get("/api/users").expect(200);
        var listed = server.operator().get("/api/tokens?limit=500").expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getInt("id") == made.getInt("id"))
                .findAny()
                .orElseThrow();
        assertTrue(listed.isNull("by") && listed.isNull("maker") && listed.getBoolean("machine"), listed.toString());
        server.operator().delete("/api/tokens/" + made.getInt("id")).expect(204);
    }

    @Test
    void signingOutEverywhereEndsPersonalOnesToo(HostelServer server) {
        var warden = server.residents().admin();
        var personal = server.api().bearer(secret(make(warden, "password", Residents.PASSWORD)));
        warden.api().delete("/api/sessions").expect(204);
        personal.get("/api/me").expectProblem(401, "not-signed-in");
    }

    @Test
    void isForOfficialsOnly(HostelServer server) {
        var student = server.residents().student("Curious");

        student.api().get("/api/tokens").expectProblem(403, "admins-only");
        student.api()
                .post("/api/tokens", json("name", "x", "password", Residents.PASSWORD))
                .expectProblem(403, "admins-only");
        student.api().delete("/api/tokens/1").expectProblem(403, "admins-only");
    }
}
