package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.storage.Columns;

/**
 * The reactions and pins of some messages, read by a single statement, so that all are from one moment whose number in
 * the room is known.
 *
 * @param asOf the room's last number at that moment
 * @param pins how many messages of the room are pinned, as far as the reader may read
 * @param reactions by message, in the order in which each emoji first came
 */
record MarksOfMessages(long asOf, long pins, Map<Long, List<Reaction>> reactions, Set<Long> pinned) {

    private record Key(long target, String emoji) {}

    /**
     * Parameters: the reader, the room three times, and the first number that the reader may read. The messages' numbers
     * are inserted as text. Pins are rows without an emoji.
     */
    private static final String SQL =
            """
            select r.last_seq, x.target, x.emoji, x.user_id, u.name, x.total, x.mine,
                (select count(*) from pins p where p.room_id = r.id and p.target >= ?5) as pins
            from rooms r left join (
                select target, emoji, user_id, seq,
                    row_number() over (partition by target, emoji order by seq) as place,
                    min(seq) over (partition by target, emoji) as since,
                    count(*) over (partition by target, emoji) as total,
                    max(case when user_id = ?1 then 1 else 0 end) over (partition by target, emoji) as mine
                from reactions where room_id = ?2 and target in (%1$s)
                union all
                select target, '', 0, seq, 1, seq, 1, 0 from pins where room_id = ?3 and target in (%1$s)
            ) x on x.place <= %2$d
            left join users u on u.id = x.user_id
            where r.id = ?4
            order by x.since, x.target, x.seq""";

    /** @param numbers of messages, at least one */
    static MarksOfMessages read(EntityManager em, long reader, RoomAccess.Reach reach, List<Long> numbers) {
        var room = reach.room().id();
        var listed = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        var rows = em.createNativeQuery(SQL.formatted(listed, Reaction.MOST_PEOPLE))
                .setParameter(1, reader)
                .setParameter(2, room)
                .setParameter(3, room)
                .setParameter(4, room)
                .setParameter(5, reach.first())
                .getResultList();
        var asOf = 0L;
        var pins = 0L;
        var found = new LinkedHashMap<Key, Reaction>();
        var pinned = new HashSet<Long>();
        for (var each : rows) {
            var row = (Object[]) each;
            asOf = Columns.number(row[0]);
            pins = Columns.number(row[7]);
            if (row[1] == null) continue;
            if (row[2].equals("")) pinned.add(Columns.number(row[1]));
            else add(found, row);
        }
        var reactions = new HashMap<Long, List<Reaction>>();
        found.forEach((key, reaction) -> reactions
                .computeIfAbsent(key.target(), target -> new ArrayList<>())
                .add(reaction));
        return new MarksOfMessages(asOf, pins, reactions, pinned);
    }

    private static void add(Map<Key, Reaction> found, Object[] row) {
        var emoji = row[2].toString();
        found.computeIfAbsent(
                        new Key(Columns.number(row[1]), emoji),
                        key -> new Reaction(
                                emoji, Columns.number(row[5]), Columns.number(row[6]) == 1, new ArrayList<>()))
                .people()
                .add(new Reaction.Person(Columns.number(row[3]), (String) row[4]));
    }
}
