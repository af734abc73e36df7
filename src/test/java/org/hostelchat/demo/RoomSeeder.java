package org.hostelchat.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hostelchat.support.Api;
import org.hostelchat.support.Residents.Person;

/** Makes the rooms of {@code rooms.txt}, brings people into them, and has them talk. */
final class RoomSeeder {
    private final Cast cast;

    RoomSeeder(Cast cast) {
        this.cast = cast;
    }

    /** Returns the number of rooms. */
    int fill() {
        List<List<String>> rooms = new ArrayList<>();
        for (String line : TextFiles.lines("rooms.txt")) {
            if (line.contains(" | ")) {
                rooms.add(new ArrayList<>());
            }
            if (!line.isEmpty()) {
                rooms.get(rooms.size() - 1).add(line);
            }
        }
        for (List<String> room : rooms) {
            long id = make(room.get(0).split(" \\| ", 4));
            new Dialogue(cast, id).play(room.subList(1, room.size()));
        }
        return rooms.size();
    }

    private long make(String[] head) {
        String[] who = head[3].split(" ", -1);
        return switch (head[0]) {
            case "direct" -> created(cast.person(who[0]).api(), "/api/rooms/direct", people(who));
            case "audience" -> created(cast.person("W").api(), "/api/rooms", audience(head));
            case "group" ->
                created(cast.person(who[0]).api(), "/api/rooms", named(head).addAll(people(who)));
            default -> open(head, who);
        };
    }

    private long open(String[] head, String[] who) {
        long room = created(cast.person(who[0]).api(), "/api/rooms", named(head));
        for (String each : who) {
            Person person = cast.person(each);
            person.api()
                    .put("/api/rooms/" + room + "/members/" + person.id(), Api.json())
                    .expect(204);
        }
        return room;
    }

    private JsonObjectBuilder people(String[] who) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        for (String each : who) {
            ids.add(cast.person(each).id());
        }
        return Json.createObjectBuilder().add("people", ids);
    }

    private static JsonObjectBuilder audience(String[] head) {
        String[] rule = head[3].split("=", 2);
        return named(head)
                .add(
                        "audience",
                        Json.createObjectBuilder()
                                .add(rule[0], Json.createArrayBuilder().add(rule[1])));
    }

    private static JsonObjectBuilder named(String[] head) {
        return Json.createObjectBuilder()
                .add("kind", head[0].toUpperCase(Locale.ROOT))
                .add("name", head[1])
                .add("topic", head[2]);
    }

    private static long created(Api api, String path, JsonObjectBuilder room) {
        return api.post(path, room.build())
                .expect(201)
                .json()
                .getJsonNumber("id")
                .longValue();
    }
}
