package org.hostelchat.demo;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Script;

/** The hostel's office, which uses {@code payara/hostel} on the server's machine. */
final class OfficeCli {
    private final HostelServer server;

    OfficeCli(HostelServer server) {
        this.server = server;
    }

    /** Returns the command's output; its errors go to this program's error stream. */
    String run(String input, String... words) {
        Script.Ended ended = Script.hostel()
                .with("HOSTEL_URL", server.url())
                .with("HOSTEL_DATA", server.data())
                .input(input)
                .run(words);
        System.err.print(ended.err());
        return ended.expect(0).out();
    }

    /** The output with {@code --json}, parsed. */
    JsonStructure json(String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        command.add("--json");
        try (JsonReader reader = Json.createReader(new StringReader(run("", command.toArray(String[]::new))))) {
            return reader.read();
        }
    }
}
