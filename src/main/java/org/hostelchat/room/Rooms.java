package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/** Reads rooms for people and officials. Access is decided by {@link RoomAccess}. */
@ApplicationScoped
public class Rooms {

    /** The most rooms that are named in one statement. */
    private static final int MOST_NAMED = 500;

    private static final int MOST_LISTED = 1_000;

    private final Transactions transactions;
    private final ReadMarks readMarks;
    private final Clock clock;

    @Inject
    public Rooms(Transactions transactions, ReadMarks readMarks, Clock clock) {
        this.transactions = transactions;
        this.readMarks = readMarks;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected Rooms() {
        this(null, null, null);
    }

    /** The rooms that the caller is in, the common room first, then by age. */
    public List<RoomView> of(Caller caller) {
        caller.requireAccount();
        // Read before the stored marks, because buffered ones may be stored at any time.
        var unsaved = readMarks.unsaved(caller.id());
        return views(caller.id(), transactions.read(em -> OwnRooms.read(em, caller.id(), unsaved)));
    }

    /**
     * A room that is not closed as a person sees it, whether they are in it or not; the caller must have checked that
     * they may see it.
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

    /** The ids of a room's members; meaningless for a room that holds everybody. */
    public List<Long> members(long roomId) {
        return transactions.read(
                em -> em.createQuery("select m.id.userId from Membership m where m.id.roomId = :room", Long.class)
                        .setParameter("room", roomId)
                        .getResultList());
    }

    /**
     * A room as each of these people who is a member sees it, by person. With a fixed number of queries, unless there
     * are unread posts.
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
        var direct =
                own.values().stream().flatMap(rooms -> rooms.direct().stream()).collect(Collectors.toSet());
        var saidAt = readable(reader -> LatestPosts.of(reader, direct));
        own.forEach((userId, rooms) -> views.put(
                userId,
                rooms.views(userId, unread(userId, rooms.behind()), saidAt).get(0)));
        return views;
    }

    /**
     * A room that is not closed, without personal state.
     *
     * @throws Refusal.NotFound if there is no such room
     */
    public Room find(long roomId) {
        var room = transactions.read(em -> em.find(Room.class, roomId));
        if (room == null || !room.isOpen()) throw notThere();
        return room;
    }

    private List<RoomView> views(long userId, OwnRooms own) {
        return own.views(
                userId, unread(userId, own.behind()), readable(reader -> LatestPosts.of(reader, own.direct())));
    }

    private Map<Long, UnreadCounts.Count> unread(long userId, List<UnreadCounts.Span> behind) {
        return readable(reader -> UnreadCounts.of(reader, userId, behind));
    }

    /** Empty if a room's messages are damaged: opening that room reports it, and the other rooms remain usable. */
    private <V> Map<Long, V> readable(Function<EntityManager, Map<Long, V>> query) {
        try {
            return transactions.read(query);
        } catch (Refusal.Unavailable trouble) {
            if (!trouble.slug().equals("storage-damaged")) throw trouble;
            return Map.of();
        }
    }

    /**
     * All rooms that officials may read, whether they are members or not: first those that are not closed, then closed
     * ones, each by age; at most 1,000, without the oldest closed ones.
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

    /** The refusal for rooms that do not exist or that the caller may not see. */
    public static Refusal.NotFound notThere() {
        return new Refusal.NotFound("no-such-room", Phrase.of("room.not-there"));
    }

    /**
     * The last numbers of those of these rooms that are not closed, by room. One query for as many as a statement may
     * name.
     */
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

    /** Whether the room is not closed and everybody is in it. */
    public boolean holdsEverybody(long roomId) {
        var room = transactions.read(em -> em.find(Room.class, roomId));
        return room != null && room.isOpen() && room.kind().holdsEverybody();
    }

    /**
     * Closes a room within the caller's transaction; the caller appends that to the log of changes. Its messages remain
     * stored.
     */
    public void close(EntityManager em, long roomId) {
        var room = RoomLock.lock(em, roomId);
        if (room == null || roomId == Room.COMMON) throw notThere();
        room.close(clock.instant());
    }
}
