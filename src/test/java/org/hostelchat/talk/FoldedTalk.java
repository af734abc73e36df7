package org.hostelchat.talk;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The messages of a room in their present form, made of its events by the protocol's rules. */
final class FoldedTalk {

    private final NavigableMap<Long, Item> items = new TreeMap<>();
    private final Map<Long, Long> files = new HashMap<>();
    private final Set<Long> tombstones = new HashSet<>();

    /** @param events all of the room, by number */
    FoldedTalk(Collection<Event> events) {
        for (var event : events) {
            if (event.isTombstone()) tombstones.add(event.seq());
            for (var file : event.files()) files.put(file, event.seq());
            if (event.isPost())
                items.put(event.seq(), new Item(event.seq(), event.body(), Map.of(), Set.copyOf(event.files())));
            else if (items.containsKey(event.target()))
                items.computeIfPresent(event.target(), (seq, item) -> change(item, event));
        }
    }

    private static Item change(Item item, Event event) {
        return switch (event.kind()) {
            case "edited" ->
                item.body() == null || event.body() == null
                        ? item
                        : new Item(item.seq(), event.body(), item.reactions(), item.files());
            case "deleted" -> Item.gone(item.seq());
            case "reacted" -> item.body() == null ? item : react(item, event);
            default -> item;
        };
    }

    private static Item react(Item item, Event event) {
        var reactions = new TreeMap<String, Set<Long>>();
        item.reactions().forEach((emoji, people) -> reactions.put(emoji, new TreeSet<>(people)));
        var people = reactions.computeIfAbsent(event.emoji(), any -> new TreeSet<>());
        if (event.on()) people.add(event.by());
        else people.remove(event.by());
        if (people.isEmpty()) reactions.remove(event.emoji());
        return new Item(item.seq(), item.body(), reactions, item.files());
    }

    /** The messages from this number on. */
    Map<Long, Item> from(long seq) {
        return items.tailMap(seq, true);
    }

    /** Whether everybody came too late to be told what it was: perhaps a message. */
    boolean isUnknown(long seq) {
        return tombstones.contains(seq);
    }

    /** The number of the message of each file. */
    Map<Long, Long> files() {
        return files;
    }
}
