package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/** The rooms of the house, as people and officials see them. Who may be in which is {@link RoomAccess}'s to say. */
@ApplicationScoped
public class Rooms {

    /** So many rooms are asked for in one statement. */
    private static final int MOST_NAMED = 500;

    private static final int MOST_LISTED = 1_000;

    private final Transactions transactions;
    private final ReadMarks readMarks;

    @Inject
    public Rooms(Transactions transactions, ReadMarks readMarks) {
        this.transactions = transactions;
        this.readMarks = readMarks;
    }

    /** For the container's proxy. */
    protected Rooms() {
        this(null, null);
    }

    /** The rooms that the caller is in, the common room first, then by age. */
    public List<RoomView> of(Caller caller) {
        caller.requireAccount();
        // Before the stored ones, into which they may turn at any time.
        var unsaved = readMarks.unsaved(caller.id());
        return views(caller.id(), transactions.read(em -> OwnRooms.read(em, caller.id(), unsaved)));
    }

    /**
     * One open room as a person sees it, whether they are in it or not: for whoever has been told that they may see it.
     *
     * @throws Refusal.NotFound if there is no such room
     */
    public RoomView view(long userId, long roomId) {
        var unsaved = readMarks.unsaved(userId);
        var own = transactions.read(em -> {
            var room = em.find(Room.class, roomId);
            return room == null || !room.isOpen() ? null : OwnRooms.read(em, userId, room, unsaved);
        });
        if (own == null) throw notThere();
        return views(userId, own).get(0);
    }

    /** The numbers of a room's members; of one that holds everybody, nothing to go by. */
    public List<Long> members(long roomId) {
        return transactions.read(
                em -> em.createQuery("select m.id.userId from Membership m where m.id.roomId = :room", Long.class)
                        .setParameter("room", roomId)
                        .getResultList());
    }

    /**
     * One open room as each of these people sees it who is a member, by person. By a few queries, however many they are, unless
     * something in it is unread.
     *
     * @throws Refusal.NotFound if there is no such room
     */
    public Map<Long, RoomView> views(Collection<Long> userIds, long roomId) {
        var unsaved = userIds.stream().collect(Collectors.toMap(id -> id, readMarks::unsaved));
        var own = transactions.read(em -> {
            var room = em.find(Room.class, roomId);
            return room == null || !room.isOpen() ? null : OwnRooms.read(em, room, unsaved);
        });
        if (own == null) throw notThere();
        var views = new HashMap<Long, RoomView>();
        own.forEach((userId, rooms) -> views.put(userId, views(userId, rooms).get(0)));
        return views;
    }

    /**
     * An open room as it is for everybody.
     *
     * @throws Refusal.NotFound if there is no such room
     */
    public Room find(long roomId) {
        var room = transactions.read(em -> em.find(Room.class, roomId));
        if (room == null || !room.isOpen()) throw notThere();
        return room;
    }

    private List<RoomView> views(long userId, OwnRooms own) {
        return own.views(userId, unread(userId, own.behind()));
    }

    /** Empty if the messages of a room are damaged: whoever opens that room is told so, and the others go on. */
    private Map<Long, Long> unread(long userId, List<UnreadCounts.Span> behind) {
        try {
            return transactions.read(reader -> UnreadCounts.of(reader, userId, behind));
        } catch (Refusal.Unavailable trouble) {
            if (!trouble.slug().equals("storage-damaged")) throw trouble;
            return Map.of();
        }
    }

    /**
     * Every room there ever was in which officials may read, whether they are in it or not: those that are open first, then the
     * closed ones, each by age; at most 1,000, the oldest of the closed ones left out first.
     */
    public List<Room> all(Caller caller) {
        caller.requireAdmin();
        var listed = transactions.read(reader -> reader.createQuery(
                        "select r from Room r where r.kind not in :private"
                                + " order by case when r.closedAt is null then 0 else 1 end, r.id desc",
                        Room.class)
                .setParameter("private", RoomKind.PRIVATE)
                .setMaxResults(MOST_LISTED)
                .getResultList());
        return listed.stream()
                .sorted(Comparator.comparing((Room room) -> !room.isOpen()).thenComparing(Room::id))
                .toList();
    }

    /** What whoever asks for a room that is not there or not theirs is told. */
    public static Refusal.NotFound notThere() {
        return new Refusal.NotFound("no-such-room", Phrase.of("room.not-there"));
    }

    /** The last numbers of these rooms, by room; of those that are open. By one query for so many as a statement can name. */
    public Map<Long, Long> lastNumbers(Collection<Long> ids) {
        var all = List.copyOf(ids);
        var last = new HashMap<Long, Long>();
        for (var from = 0; from < all.size(); from += MOST_NAMED) {
            var part = all.subList(from, Math.min(from + MOST_NAMED, all.size()));
            transactions
                    .read(reader -> reader.createQuery(
                                    "select r.id, r.last from Room r where r.closedAt is null and r.id in :ids",
                                    Object[].class)
                            .setParameter("ids", part)
                            .getResultList())
                    .forEach(row -> last.put((Long) row[0], (Long) row[1]));
        }
        return last;
    }

    /** Makes the room in which a notice is discussed, within the caller's transaction, which appends that to the log of changes. */
    public Room open(EntityManager em, RoomKind kind, String name) {
        var room = new Room(kind, name, Instant.now());
        em.persist(room);
        em.flush();
        return room;
    }

    /** Closes a room, within the caller's transaction, which appends that to the log of changes. What was said in it stays stored. */
    public void close(EntityManager em, long roomId) {
        var room = RoomLock.lock(em, roomId);
        if (room == null || roomId == Room.COMMON) throw notThere();
        room.close(Instant.now());
    }
}
