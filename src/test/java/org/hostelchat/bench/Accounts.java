package org.hostelchat.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;

/**
 * Accounts created through the API by the operator, signed in, with the initial password replaced. Kept in a file
 * beside the data folder together with their cookies, because each costs three password hashes.
 */
final class Accounts {

    private static final String PASSWORD = "lantern over the quiet stairs";

    private final HostelServer server;
    private final Path file;

    Accounts(HostelServer server, Path file) {
        this.server = server;
        this.file = file;
    }

    List<Credentials> signedIn(int count) throws IOException {
        List<Credentials> people = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", -1);
                people.add(new Credentials(cells[0], cells[1], cells[2]));
            }
        }
        while (people.size() < count) {
            Credentials added = add(people.size() + 1);
            people.add(added);
            Files.writeString(
                    file,
                    String.join("\t", added.enrolmentNumber(), added.password(), added.cookie()) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return people.subList(0, count);
    }

    private Credentials add(int number) {
        String enrolment = "BENCH/%05d".formatted(number);
        String initial = server.operator()
                .post(
                        "/api/users",
                        Json.createObjectBuilder()
                                .add("name", "Resident No " + number)
                                .add("enrolmentNumber", enrolment)
                                .add("role", "STUDENT")
                                .build())
                .expect(201)
                .json()
                .getString("initialPassword");
        Api api = server.api().signIn(enrolment, initial, true);
        api.put("/api/session/password", Api.json("current", initial, "next", PASSWORD))
                .expect(204);
        return new Credentials(enrolment, PASSWORD, api.cookies());
    }
}
