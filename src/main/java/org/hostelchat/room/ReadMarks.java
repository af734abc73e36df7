package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hostelchat.storage.Transactions;

/**
 * How far everybody has read. Everybody who watches a room sends a mark for every message, so marks are buffered in
 * memory and stored together every other second by {@code platform}: a crash loses the marks of two seconds, but no
 * message. Bounded by people times open rooms.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class ReadMarks {

    /** How many marks are stored in one transaction. */
    private static final int PART = 100;

    /** Ordered, so that rows are always locked in the same order. */
    private record Key(long userId, long roomId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return userId != other.userId ? Long.compare(userId, other.userId) : Long.compare(roomId, other.roomId);
        }
    }

    /**
     * A mark that is not stored yet.
     *
     * @param back whether it replaces what is stored although that is higher
     */
    record Buffered(long seq, boolean back) {

        /** This mark and a later one. */
        private Buffered then(Buffered next) {
            return next.back ? next : new Buffered(Math.max(seq, next.seq), back);
        }

        /** What counts beside a stored mark. */
        long over(long stored) {
            return back ? seq : Math.max(seq, stored);
        }
    }

    private final ConcurrentNavigableMap<Key, Buffered> unsaved = new ConcurrentSkipListMap<>();

    private final Transactions transactions;

    @Inject
    public ReadMarks(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected ReadMarks() {
        this(null);
    }

    /** Buffers that a person has read up to a number; ignored if it is not higher than before. */
    public void advance(long userId, long roomId, long seq) {
        unsaved.merge(new Key(userId, roomId), new Buffered(seq, false), Buffered::then);
    }

    /** Buffers that a person has marked everything after a number as unread. */
    public void retreat(long userId, long roomId, long seq) {
        unsaved.merge(new Key(userId, roomId), new Buffered(seq, true), Buffered::then);
    }

    /** A person's buffered marks, by room. */
    Map<Long, Buffered> unsaved(long userId) {
        var own = new HashMap<Long, Buffered>();
        unsaved.subMap(new Key(userId, 0), new Key(userId + 1, 0)).forEach((key, mark) -> own.put(key.roomId(), mark));
        return own;
    }

    /** Stores the buffered marks. If the database fails they remain buffered for the next call. */
    public void save() {
        // In small parts, because the writer of messages waits for the database meanwhile.
        var part = new TreeMap<Key, Buffered>();
        for (var mark : unsaved.entrySet()) {
            part.put(mark.getKey(), mark.getValue());
            if (part.size() == PART) save(part);
        }
        save(part);
    }

    private void save(Map<Key, Buffered> part) {
        if (part.isEmpty()) return;
        transactions.write(em -> {
            part.forEach((key, mark) -> store(em, key, mark));
            return null;
        });
        part.forEach(unsaved::remove);
        part.clear();
    }

    /** Stores a mark within the caller's transaction; ignored if it is not higher than before. */
    static void store(EntityManager em, long userId, long roomId, long seq) {
        store(em, new Key(userId, roomId), new Buffered(seq, false));
    }

    /** Within the caller's transaction, marks the room as read up to a number for all who have never read in it. */
    public static void beginAt(EntityManager em, long roomId, long seq) {
        // In the order in which marks are stored meanwhile, and passing over those.
        em.createNativeQuery(
                        """
                        insert into read_marks (user_id, room_id, read_seq)
                        select u.id, r.id, ?2 from users u, rooms r where r.id = ?1
                        and not exists (select 1 from read_marks m where m.user_id = u.id and m.room_id = ?1)
                        order by u.id on conflict (user_id, room_id) do nothing""")
                .setParameter(1, roomId)
                .setParameter(2, seq)
                .executeUpdate();
    }

    private static void store(EntityManager em, Key key, Buffered mark) {
        // Inserts by a select, so that nothing is stored for a person who has been erased meanwhile.
        em.createNativeQuery(
                        """
                        insert into read_marks (user_id, room_id, read_seq)
                        select u.id, r.id, ?3 from users u, rooms r where u.id = ?1 and r.id = ?2
                        on conflict (user_id, room_id) do update set read_seq = excluded.read_seq
                        where read_marks.read_seq < excluded.read_seq or 1 = ?4""")
                .setParameter(1, key.userId())
                .setParameter(2, key.roomId())
                .setParameter(3, mark.seq())
                .setParameter(4, mark.back() ? 1 : 0)
                .executeUpdate();
    }
}
