package org.hostelchat.demo;

import jakarta.json.JsonObject;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Residents.Person;

/** Somebody who has moved in: signed in once with the slip from the office, and chosen a password. */
final class Housemate {
    private Housemate() {}

    /** Somebody of an earlier run. */
    static Person back(HostelServer server, JsonObject user) {
        String number = user.getString("enrolmentNumber");
        return new Person(
                user.getJsonNumber("id").longValue(),
                user.getString("name"),
                number,
                Residents.PASSWORD,
                server.api().signIn(number, Residents.PASSWORD));
    }

    /** @param slip what the office printed */
    static Person moveIn(HostelServer server, JsonObject slip) {
        String number = slip.getString("enrolmentNumber");
        String slipPassword = slip.getString("initialPassword");
        Api api = server.api().signIn(number, slipPassword);
        api.put("/api/session/password", Api.json("current", slipPassword, "next", Residents.PASSWORD))
                .expect(204);
        return new Person(
                slip.getJsonNumber("id").longValue(), slip.getString("name"), number, Residents.PASSWORD, api);
    }
}
