package org.hostelchat.api;

import static org.hostelchat.support.Api.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.junit.jupiter.api.Test;

@EachDatabase
class UsersApiIT {

    @Test
    void registersAndTellsTheInitialPasswordOnce(HostelServer server) {
        var office = server.operator();
        var number = "24/CS/" + Residents.enrolment();
        var path = "/api/users/" + number.replace("/", "%2F");

        var made = office.post("/api/users", json("name", "Asha Rao", "enrolmentNumber", number, "role", "STUDENT"))
                .expect(201);
        assertEquals(path, made.header("Location"));
        assertTrue(made.json().getString("initialPassword").length() >= 10);
        assertTrue(made.json().getBoolean("mustChangePassword"));

        var found = office.get(path).expect(200).json();
        assertEquals(number, found.getString("enrolmentNumber"));
        assertFalse(found.containsKey("initialPassword"));
        office.post("/api/users", json("name", "Other", "enrolmentNumber", number, "role", "STUDENT"))
                .expect(409);
    }

    @Test
    void storesTheColumnsOfTheRegister(HostelServer server) {
        var office = server.operator();
        var number = "24/CS/" + Residents.enrolment();
        var path = "/api/users/" + number;
        var wing = "Wing " + Residents.enrolment();
        var made = office.post(
                        "/api/users",
                        json("name", "आशा", "enrolmentNumber", number, "role", "STUDENT", "wing", wing, "room", "२०४"))
                .expect(201)
                .json();
        assertEquals(wing, made.getString("wing"));
        assertTrue(made.isNull("floor"));

        var query = "/api/users?room=204&wing=x&wing="
                + wing.toLowerCase(Locale.ROOT).replace(" ", "%20%20");
        assertEquals(
                1, office.get(query).expect(200).json().getJsonArray("items").size());
        assertEquals(
                0,
                office.get(query + "&mess=a")
                        .expect(200)
                        .json()
                        .getJsonArray("items")
                        .size());
        assertEquals(
                1,
                office.get("/api/users?text=204+" + wing.replace(" ", "+"))
                        .expect(200)
                        .json()
                        .getJsonArray("items")
                        .size());

        var changed = office.patch(path, json("room", JsonValue.NULL, "until", "2099-05-31"))
                .expect(200)
                .json();
        assertTrue(changed.isNull("room"));
        assertEquals("2099-05-31", changed.getString("until"));
        assertEquals(wing, changed.getString("wing"), "what is left out stays");
        office.patch(path, json("until", "31.5.2099", "mess", "m".repeat(65))).expectProblem(422, "invalid-user");

        office.patch(path, json("until", "2020-01-01")).expect(200);
        var csv = office.header("Accept", "text/csv")
                .get("/api/users?text=" + number)
                .expect(200)
                .body();
        assertTrue(csv.contains(",wing,floor,room,year,course,mess,phone,until\r\n"), csv);
        assertTrue(csv.contains("," + wing + ",,,,,,,2020-01-01\r\n"), csv);
    }

    @Test
    void takesSlashesEncodedAndPlain(HostelServer server) {
        var office = server.operator();
        var number = "24/CS/" + Residents.enrolment();
        office.post("/api/users", json("name", "Asha Rao", "enrolmentNumber", number, "role", "STUDENT"))
                .expect(201);

        for (var path : new String[] {"/api/users/" + number, "/api/users/" + number.replace("/", "%2F")}) {
            assertEquals("Asha Rao", office.get(path).expect(200).json().getString("name"));
            assertNotNull(office.send("POST", path + "/password-reset", null)
                    .expect(200)
                    .json()
                    .getString("initialPassword"));
            office.delete(path + "/sessions").expect(204);
            office.patch(path, json("active", true)).expect(200);
        }
        office.delete("/api/users/" + number).expect(204);
        office.get("/api/users/" + number).expectProblem(404, "no-such-user");
    }

    @Test
    void tellsNoPasswordThatWasGiven(HostelServer server) {
        var made = server.operator()
                .post(
                        "/api/users",
                        json(
                                "name",
                                "Ravi",
                                "enrolmentNumber",
                                Residents.enrolment(),
                                "role",
                                "STUDENT",
                                "password",
                                Residents.PASSWORD))
                .expect(201)
                .json();

        assertFalse(made.containsKey("initialPassword"));
        assertTrue(made.getBoolean("mustChangePassword"));
    }

    @Test
    void changesOnlyWhatIsGiven(HostelServer server) {
        var office = server.operator();
        var person = server.residents().student("Meena");
        server.residents().admin("Somebody has to be one");
        var path = "/api/users/" + person.enrolmentNumber();

        var renamed = office.patch(path, json("name", "Meena K")).expect(200).json();
        assertEquals("Meena K", renamed.getString("name"));
        assertEquals("STUDENT", renamed.getString("role"));
        assertEquals(
                "ADMIN",
                office.patch(path, json("role", "ADMIN")).expect(200).json().getString("role"));
        office.patch(path, json("role", "STUDENT")).expect(200);
        assertFalse(office.patch(path, json("active", false)).expect(200).json().getBoolean("active"));
        person.api().get("/api/me").expect(401);
        office.patch(path, json()).expect(200);
    }

    @Test
    void erasesForEver(HostelServer server) {
        var office = server.operator();
        var person = server.residents().student("Gone Soon");

        office.delete("/api/users/" + person.enrolmentNumber()).expect(204);

        person.api().get("/api/me").expect(401);
        office.delete("/api/users/" + person.enrolmentNumber()).expect(404);
    }

    @Test
    void listsPageByPage(HostelServer server) {
        var office = server.operator();
        var family = "Page" + Residents.enrolment();
        for (int i = 0; i < 3; i++) server.residents().newcomer(family + " " + i);

        var first = office.get("/api/users?limit=2&text=" + family).expect(200).json();
        assertEquals(2, first.getJsonArray("items").size());
        var second = office.get("/api/users?limit=2&text=" + family + "&after=" + first.getJsonNumber("next"))
                .expect(200)
                .json();
        assertEquals(1, second.getJsonArray("items").size());
        assertEquals(JsonValue.NULL, second.get("next"));
    }

    @Test
    void givesAListThatASpreadsheetOpensSafely(HostelServer server) {
        var family = "@SUM" + Residents.enrolment();
        server.residents().newcomer(family);

        var answer = server.operator().header("Accept", "text/csv").get("/api/users?text=" + family.substring(1));

        assertTrue(answer.expect(200).header("Content-Type").startsWith("text/csv"));
        var lines = answer.body().lines().collect(Collectors.toList());
        assertEquals(
                "\uFEFFid,name,enrolmentNumber,role,active,mustChangePassword,createdAt,lastSeenAt,"
                        + "wing,floor,room,year,course,mess,phone,until",
                lines.get(0));
        assertTrue(lines.get(1).contains(",'" + family + ","), lines.get(1));
        assertTrue(lines.get(1).matches(".*,20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z,{9}"), lines.get(1));
        assertTrue(answer.body().contains("\r\n"));
    }

    @Test
    void isForOfficialsOnly(HostelServer server) {
        var student = server.residents().student("Curious");
        var path = "/api/users/" + student.enrolmentNumber();

        student.api().get("/api/users").expectProblem(403, "admins-only");
        student.api().get(path).expectProblem(403, "admins-only");
        student.api().patch(path, json("role", "ADMIN")).expectProblem(403, "admins-only");
        student.api().delete(path).expectProblem(403, "admins-only");
        student.api()
                .post("/api/users", json("name", "X Y", "enrolmentNumber", "X1", "role", "ADMIN"))
                .expectProblem(403, "admins-only");
        student.api().send("POST", path + "/password-reset", null).expectProblem(403, "admins-only");
        server.api().get("/api/users").expectProblem(401, "not-signed-in");
    }
}
