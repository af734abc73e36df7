package org.hostelchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;

/**
 * The rooms that officials may see: all but direct rooms and groups, of which not even the names are listed. Whether an
 * official is in them does not matter. Thread-safe.
 */
@ApplicationScoped
public class OverseenRooms {

    private final Transactions transactions;

    @Inject
    public OverseenRooms(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected OverseenRooms() {
        this(null);
    }

    /**
     * A room as officials see it.
     *
     * @param members how many people are in it; null for a room that holds everybody
     * @param audience whom it is for; null for a room that does not follow the register
     */
    public record Overseen(Room room, Long members, Audience audience) {

        /** When it was made. */
        public Instant createdAt() {
            return room.createdAt();
        }
    }

    /**
     * Those that are not closed, by id; with three queries in any case.
     *
     * @param kind of those for clients; null for all
     * @param text words of the name or topic; null or without words for all
     * @param after the id of the last one on the previous page, 0 for the first page
     */
    public List<Overseen> list(Caller caller, RoomKind kind, String text, long after, int limit) {
        caller.requireAdmin();
        var kinds = Stream.of(RoomKind.values())
                .filter(one -> !one.isPrivate() && (kind == null || one.shown() == kind))
                .toList();
        if (kinds.isEmpty()) return List.of();
        return transactions.read(em -> {
            var words = new RoomText(text);
            var query = em.createQuery(
                            "select r from Room r where r.closedAt is null and r.kind in :kinds and r.id > :after"
                                    + words.condition() + " order by r.id",
                            Room.class)
                    .setParameter("kinds", kinds)
                    .setParameter("after", after);
            var rooms = words.in(query).setMaxResults(limit).getResultList();
            var apart = rooms.stream()
                    .filter(room -> !room.kind().holdsEverybody())
                    .map(Room::id)
                    .toList();
            if (apart.isEmpty())
                return rooms.stream()
                        .map(room -> new Overseen(room, null, null))
                        .toList();
            var members = RoomMembers.counts(em, apart);
            var audiences = StoredAudiences.of(em, apart);
            return rooms.stream()
                    .map(room -> new Overseen(
                            room,
                            room.kind().holdsEverybody() ? null : members.getOrDefault(room.id(), 0L),
                            audiences.get(room.id())))
                    .toList();
        });
    }
}
