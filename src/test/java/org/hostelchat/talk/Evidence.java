package org.hostelchat.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that is known of an evening at its end, when everything has been answered and told. Times are of {@link System#nanoTime()}. */
final class Evidence {

    /**
     * A room.
     *
     * @param last its last number
     * @param wholePast whether whoever comes in reads what was said before
     */
    record Place(long id, String name, long last, boolean wholePast) {}

    /**
     * A post that somebody sent, perhaps several times.
     *
     * @param seq the number with which it was acknowledged; 0 if it was not
     * @param refused whether the only answer, and the only time it was sent, was a refusal
     */
    record Sent(String clientId, long person, long room, long sentAt, long answeredAt, long seq, boolean refused) {}

    /** A time in which somebody was certainly not in a room. */
    record Absence(long person, long room, long from, long to) {}

    /** One person's client, what it was told, and what its person may read at the end. */
    static final class Witness {

        final long person;
        final String name;
        /** By room. */
        final Map<Long, List<Stay>> stays = new HashMap<>();
        /** By room in which the person is at the end: the whole history. */
        final Map<Long, List<Item>> history = new HashMap<>();
        /** Of the files of all posts. */
        final Map<Long, Boolean> readsFile = new HashMap<>();
        /** What the client found wrong by itself. */
        final List<String> faults = new ArrayList<>();

        Witness(long person, String name) {
            this.person = person;
            this.name = name;
        }

        List<Stay> stays(long room) {
            return stays.computeIfAbsent(room, any -> new ArrayList<>());
        }

        /** The present one, or null. */
        Stay present(long room) {
            var all = stays(room);
            return all.isEmpty() || all.get(all.size() - 1).isEnded() ? null : all.get(all.size() - 1);
        }
    }

    final Map<Long, Place> rooms = new TreeMap<>();
    final List<Witness> witnesses = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    final List<Absence> absences = new ArrayList<>();
    /** Who is in each room at the end, as the office has it. */
    final Map<Long, Set<Long>> members = new HashMap<>();
}
