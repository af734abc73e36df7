package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/** The directory of open rooms, which everybody may read and join. Thread-safe. */
@ApplicationScoped
public class RoomDirectory {

    private final Transactions transactions;

    @Inject
    public RoomDirectory(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected RoomDirectory() {
        this(null);
    }

    /**
     * The rooms whose name or topic contains every word of the text, by id; with three queries in any case.
     *
     * @param text null or without words for all rooms
     * @param after the id of the last one on the previous page, 0 for the first page
     */
    public List<DirectoryEntry> find(Caller caller, String text, long after, int limit) {
        caller.requireAccount();
        return transactions.read(em -> {
            var rooms = rooms(em, text, after, limit);
            var ids = rooms.stream().map(Room::id).toList();
            if (ids.isEmpty()) return List.of();
            var members = RoomMembers.counts(em, ids);
            var own = new HashSet<>(em.createQuery(
                            "select m.id.roomId from Membership m where m.id.userId = :user and m.id.roomId in :rooms",
                            Long.class)
                    .setParameter("user", caller.id())
                    .setParameter("rooms", ids)
                    .getResultList());
            return rooms.stream()
                    .map(room -> new DirectoryEntry(
                            room.id(),
                            room.name(),
                            room.topic(),
                            members.getOrDefault(room.id(), 0L),
                            own.contains(room.id())))
                    .toList();
        });
    }

    private static List<Room> rooms(EntityManager em, String text, long after, int limit) {
        var words = new RoomText(text);
        var query = em.createQuery(
                        "select r from Room r where r.kind = :open and r.closedAt is null and r.id > :after"
                                + words.condition() + " order by r.id",
                        Room.class)
                .setParameter("open", RoomKind.OPEN)
                .setParameter("after", after);
        return words.in(query).setMaxResults(limit).getResultList();
    }
}
