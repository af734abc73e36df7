package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Hostel.class)
class TokensApiIT {

    @Test
    void actsWithItsMakersRightsUntilItIsRevoked(HostelServer server) {
        var warden = server.residents().admin("Warden");
        var made =
                warden.api().post("/api/tokens", json("name", "nightly roll")).expect(201);
        var script = server.api().bearer(made.json().getString("token"));

        assertEquals("/api/tokens/" + made.json().getInt("id"), made.header("Location"));
        warden.api().post("/api/tokens", json("name", "nightly roll")).expectProblem(422, "invalid-token");
        script.get("/api/users?limit=1").expect(200);
        assertEquals(warden.id(), script.get("/api/me").expect(200).json().getInt("id"));
        var listed = warden.api().get("/api/tokens?limit=500").expect(200).body();
        assertTrue(listed.contains("nightly roll"));
        assertFalse(listed.contains(made.json().getString("token")));

        warden.api().delete("/api/tokens/" + made.json().getInt("id")).expect(204);
        warden.api().delete("/api/tokens/" + made.json().getInt("id")).expect(404);
        script.get("/api/users").expect(401);
    }

    @Test
    void isForOfficialsOnly(HostelServer server) {
        var student = server.residents().student("Curious");

        student.api().get("/api/tokens").expectProblem(403, "admins-only");
        student.api().post("/api/tokens", json("name", "x")).expectProblem(403, "admins-only");
        student.api().delete("/api/tokens/1").expectProblem(403, "admins-only");
    }
}
