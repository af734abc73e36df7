package org.hostelchat.support;

import jakarta.json.JsonObject;
import java.util.UUID;

/** Creates people with the operator key, and signs them in. */
public final class Residents {

    /** Acceptable, and with characters that every wrong decoding damages. */
    public static final String PASSWORD = "दीया – café stairs’ ₹ விளக்கு";

    private final HostelServer server;

    Residents(HostelServer server) {
        this.server = server;
    }

    /** As {@link #student(String)}, with a name in the next {@link WritingSystem}. */
    public Person student() {
        return student(WritingSystem.next().person());
    }

    /** As {@link #admin(String)}, with a name in the next {@link WritingSystem}. */
    public Person admin() {
        return admin(WritingSystem.next().person());
    }

    /** As {@link #newcomer(String)}, with a name in the next {@link WritingSystem}. */
    public Person newcomer() {
        return newcomer(WritingSystem.next().person());
    }

    /** A student with an unused enrolment number, signed in, whose initial password was replaced by {@link #PASSWORD}. */
    public Person student(String name) {
        return person(name, enrolment(), "STUDENT");
    }

    /** As {@link #student}, but an admin. */
    public Person admin(String name) {
        return person(name, enrolment(), "ADMIN");
    }

    /** A student who has not signed in yet and still has the initial password. */
    public Person newcomer(String name) {
        return register(name, enrolment(), "STUDENT");
    }

    /** An unused number, whatever other tests do on the same server: with digits, letters of both cases, '-' and '/'. */
    public static String enrolment() {
        return "T" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT) + "/Cs";
    }

    private Person person(String name, String number, String role) {
        Person initial = register(name, number, role);
        Api api = initial.signIn();
        api.put("/api/session/password", Api.json("current", initial.password(), "next", PASSWORD))
                .expect(204);
        return new Person(initial.id(), name, number, PASSWORD, api);
    }

    private Person register(String name, String number, String role) {
        JsonObject user = server.operator()
                .post("/api/users", Api.json("name", name, "enrolmentNumber", number, "role", role))
                .expect(201)
                .json();
        return new Person(
                user.getJsonNumber("id").longValue(), name, number, user.getString("initialPassword"), server.api());
    }

    /**
     * A person with an account.
     *
     * @param api the person's first session
     */
    public record Person(long id, String name, String enrolmentNumber, String password, Api api) {

        /** Another session, as on another device. */
        public Api signIn() {
            return new Api(api.server()).signIn(enrolmentNumber, password);
        }

        /** Reads and acknowledges all notices on the board. */
        public Person doneWithTheBoard() {
            api.get("/api/notices?limit=500").expect(200).items().forEach(notice -> api.send(
                            "PUT", "/api/notices/" + notice.asJsonObject().get("id") + "/acknowledgement", null)
                    .expect(204));
            return this;
        }

        /** A socket of the first session that has not sent hello. */
        public LiveClient live() {
            return LiveClient.open(api);
        }

        /** A socket that has sent hello and received its welcome. */
        public LiveClient online() {
            LiveClient live = live();
            live.hello();
            return live;
        }
    }
}
