package org.hostelchat.talk;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A message in its present form.
 *
 * @param body null if it was taken back
 * @param reactions the people by emoji
 */
record Item(long seq, String body, Map<String, Set<Long>> reactions, Set<Long> files) {

    static Item of(JsonObject json) {
        var seq = json.getJsonNumber("seq").longValue();
        if (json.getString("kind", "").equals("tombstone")) return gone(seq);
        var reactions = new TreeMap<String, Set<Long>>();
        for (var reaction : json.getJsonArray("reactions").getValuesAs(JsonObject.class)) {
            reactions.put(reaction.getString("emoji"), ids(reaction, "people"));
        }
        return new Item(seq, json.getString("body"), reactions, ids(json, "files"));
    }

    static Item gone(long seq) {
        return new Item(seq, null, Map.of(), Set.of());
    }

    private static Set<Long> ids(JsonObject json, String name) {
        return json.getJsonArray(name).stream()
                .map(JsonValue::asJsonObject)
                .map(one -> one.getJsonNumber("id").longValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
