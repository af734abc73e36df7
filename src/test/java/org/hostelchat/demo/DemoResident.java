package org.hostelchat.demo;

import jakarta.json.JsonObject;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;

/** Signs residents in: with the initial password from their slip, which they replace. */
final class DemoResident {
    /** The password of everybody in the demo: printed for those who try it, so it is easy to type. */
    static final String PASSWORD = "lantern over the quiet stairs";

    private static final int ATTEMPTS = 20;

    private DemoResident() {}

    /** A resident from an earlier run. */
    static Person back(HostelServer server, JsonObject user) {
        String number = user.getString("enrolmentNumber");
        return new Person(
                user.getJsonNumber("id").longValue(),
                user.getString("name"),
                number,
                PASSWORD,
                server.api().signIn(number, PASSWORD));
    }

    /** @param initialPassword as on the slip that the office printed */
    static Person moveIn(HostelServer server, JsonObject user, String initialPassword) {
        String number = user.getString("enrolmentNumber");
        Api api = server.api().signIn(number, initialPassword);
        choosePassword(api, initialPassword);
        return new Person(user.getJsonNumber("id").longValue(), user.getString("name"), number, PASSWORD, api);
    }

    /** Asks again if the server is too busy with the passwords of the others. */
    private static void choosePassword(Api api, String initialPassword) {
        JsonObject passwords = Api.json("current", initialPassword, "next", PASSWORD);
        ApiResponse answer = api.put("/api/session/password", passwords);
        for (int attempt = 1; answer.status() == 503 && attempt < ATTEMPTS; attempt++) {
            Pause.millis(2_000);
            answer = api.put("/api/session/password", passwords);
        }
        answer.expect(204);
    }
}
