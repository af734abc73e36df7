package org.hostelchat.talk;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hostelchat.support.Api;

/** What somebody can read over HTTP. */
final class Reading {

    private static final int PAGE = 200;

    private Reading() {}

    /** All messages of a room, ascending; empty if the room is not there for the caller. */
    static Optional<List<Item>> history(Api caller, long room) {
        var path = "/api/rooms/" + room + "/history?limit=" + PAGE;
        var items = new ArrayList<Item>();
        var page = Patience.answer(() -> caller.get(path));
        if (page.status() == 404) return Optional.empty();
        while (true) {
            var json = page.expect(200).json();
            items.addAll(
                    0,
                    json.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                            .map(Item::of)
                            .toList());
            if (!(json.get("before") instanceof JsonNumber before)) return Optional.of(List.copyOf(items));
            page = Patience.answer(() -> caller.get(path + "&before=" + before));
        }
    }

    static boolean mayRead(Api caller, long file) {
        return Patience.answer(() -> caller.get("/api/files/" + file))
                        .expect(200, 404)
                        .status()
                == 200;
    }
}
