package org.hostelchat.demo;

import jakarta.json.JsonObject;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;

/** Somebody who has moved in: signed in once with the slip from the office, and chosen a password. */
final class DemoResident {
    /** What everybody of the demo signs in with: printed for whoever tries it, so it is easy to type. */
    static final String PASSWORD = "lantern over the quiet stairs";

    private DemoResident() {}

    /** Somebody of an earlier run. */
    static Person back(HostelServer server, JsonObject user) {
        String number = user.getString("enrolmentNumber");
        return new Person(
                user.getJsonNumber("id").longValue(),
                user.getString("name"),
                number,
                PASSWORD,
                server.api().signIn(number, PASSWORD));
    }

    /** @param slip what the office printed */
    static Person moveIn(HostelServer server, JsonObject slip) {
        String number = slip.getString("enrolmentNumber");
        String slipPassword = slip.getString("initialPassword");
        Api api = server.api().signIn(number, slipPassword);
        api.put("/api/session/password", Api.json("current", slipPassword, "next", PASSWORD))
                .expect(204);
        return new Person(slip.getJsonNumber("id").longValue(), slip.getString("name"), number, PASSWORD, api);
    }
}
