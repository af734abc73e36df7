package org.hostelchat.demo;

import jakarta.json.JsonObject;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;

/** Signs residents in: with the initial password from their slip, which they replace. */
final class DemoResident {
    /** The password of everybody in the demo: printed for those who try it, so it is easy to type. */
    static final String PASSWORD = "lantern over the quiet stairs";

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

    /** @param slip the office's output for this person */
    static Person moveIn(HostelServer server, JsonObject slip) {
        String number = slip.getString("enrolmentNumber");
        String slipPassword = slip.getString("initialPassword");
        Api api = server.api().signIn(number, slipPassword);
        api.put("/api/session/password", Api.json("current", slipPassword, "next", PASSWORD))
                .expect(204);
        return new Person(slip.getJsonNumber("id").longValue(), slip.getString("name"), number, PASSWORD, api);
    }
}
