package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file with residents from the look to the slips, over HTTP. */
@ExtendWith(Hostel.class)
class ImportsApiIT {

    @Test
    void aFileIsImportedAndItsSlipsAreGivenOnce(HostelServer server) throws Exception {
        var office = server.operator();
        var asha = "26/" + Residents.enrolment();
        var ravi = "26/" + Residents.enrolment();
        var file = "\uFEFFछात्र का नाम;नामांकन संख्या;कमरा\r\nआशा <b>;" + asha + ";२\r\nRavi;" + ravi
                + ";10\r\nNobody;1.2E+05;\r\n";
        var look = office.send("POST", "/api/register/imports", BodyPublishers.ofString(file), "text/csv")
                .expect(201);
        var path = look.header("Location");
        assertEquals(2, look.json().getInt("added"));
        assertEquals(4, look.json().getJsonArray("errors").getJsonObject(0).getInt("row"));
        office.get("/api/users/" + asha).expectProblem(404, "no-such-user");

        office.post(path + "/apply", json("rows", "ALL")).expectProblem(409, "errors-in-file");
        office.post(path + "/apply", json("rows", "GOOD")).expect(202);
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!office.get(path).expect(200).json().getString("state").equals("DONE")) {
            assertTrue(System.nanoTime() < end, "no passwords after two minutes");
            Thread.sleep(200);
        }
        var slips = server.operator()
                .header("Accept", "text/html")
                .get(path + "/slips")
                .expect(200);
        assertTrue(slips.body().contains("आशा &lt;b&gt;"), slips.body());
        assertFalse(slips.body().contains("127.0.0.1"), "an address that leads nobody else here");
        assertTrue(slips.body().indexOf(asha) < slips.body().indexOf(ravi), "room 2 before room 10");
        assertTrue(slips.header("Content-Security-Policy").startsWith("default-src 'none'"));
        server.operator().header("Accept", "text/csv").get(path + "/slips").expectProblem(410, "slips-taken");
        office.post("/api/register/slips", json("neverSignedIn", false)).expect(422);
        var made = office.send(
                        "POST",
                        "/api/register/slips",
                        BodyPublishers.ofString("{\"people\":[\"" + asha + "\"]}"),
                        "application/json")
                .expect(202);
        assertEquals("RESET", made.json().getString("kind"));

        var csv = server.operator()
                .header("Accept", "text/csv")
                .get("/api/users")
                .expect(200)
                .body();
        var again = office.send("POST", "/api/register/imports", BodyPublishers.ofString(csv), "text/csv")
                .expect(201)
                .json();
        assertEquals(again.getInt("rows"), again.getInt("unchanged"), again.toString());
        var roll = new StringBuilder("Name;Enrolment number;Wing\n");
        for (var i = 0; i < 3_000; i++)
            roll.append("शोभना सुब्रमण्यम;29/").append(i).append(";Kaveri\n");
        assertEquals(
                3_000,
                office.send("POST", "/api/register/imports", BodyPublishers.ofString(roll.toString()), "text/csv")
                        .expect(201)
                        .json()
                        .getInt("added"));
        server.residents().student("Curious").api().get(path).expectProblem(403, "admins-only");
    }
}
