package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.User;

/**
 * Reads a room's log by number, never by time: every event once, in its present form. Reads outside of transactions, so
 * that reading never waits for a writer.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class MessageLog {

    /** The most events of one page. */
    public static final int LARGEST_PAGE = 500;

    private static final String EVENTS = "select m, u from Message m left join User u on u.id = m.authorId ";

    private final Transactions transactions;
    private final RoomAccess access;

    @Inject
    public MessageLog(Transactions transactions, RoomAccess access) {
        this.transactions = transactions;
        this.access = access;
    }

    /** For the CDI proxy. */
    protected MessageLog() {
        this(null, null);
    }

    /**
     * A contiguous page of events that the caller may read, ascending: the first after {@code after}; else the last
     * before {@code before}; else the newest.
     *
     * @param limit 1 to {@link #LARGEST_PAGE}
     * @throws Refusal.NotFound if the caller may not read the room, or it does not exist
     */
    public List<RoomEvent> page(Caller caller, long room, Long before, Long after, int limit) {
        var first = access.require(caller, room).first();
        var end = before == null ? Long.MAX_VALUE : before;
        return after == null ? before(room, first, end, limit) : after(room, Math.max(after, first - 1), limit, end);
    }

    /** The first events after a number, ascending. Used for resuming connections and for sweeps. */
    public List<RoomEvent> after(long room, long seq, int limit) {
        return after(room, seq, limit, Long.MAX_VALUE);
    }

    /** The events at these numbers of a room in their present form, ascending; at most {@value #LARGEST_PAGE}. */
    public List<RoomEvent> at(long room, List<Long> numbers) {
        if (numbers.isEmpty()) return List.of();
        return transactions.read(em -> events(em.createQuery(
                        EVENTS + "where m.position.room = :room and m.position.seq in :numbers order by m.position.seq",
                        Object[].class)
                .setParameter("room", room)
                .setParameter("numbers", numbers)
                .getResultList()));
    }

    private List<RoomEvent> after(long room, long seq, int limit, long before) {
        return transactions.read(em -> events(em.createQuery(
                        EVENTS
                                + "where m.position.room = :room and m.position.seq > :after and m.position.seq < :before"
                                + " order by m.position.seq",
                        Object[].class)
                .setParameter("room", room)
                .setParameter("after", seq)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList()));
    }

    private List<RoomEvent> before(long room, long first, long seq, int limit) {
        var newestFirst = transactions.read(em -> events(em.createQuery(
                        EVENTS
                                + "where m.position.room = :room and m.position.seq >= :first and m.position.seq < :before"
                                + " order by m.position.seq desc",
                        Object[].class)
                .setParameter("room", room)
                .setParameter("first", first)
                .setParameter("before", seq)
                .setMaxResults(limit)
                .getResultList()));
        var ascending = new ArrayList<>(newestFirst);
        java.util.Collections.reverse(ascending);
        return ascending;
    }

    private static List<RoomEvent> events(List<Object[]> rows) {
        return rows.stream().map(row -> event((Message) row[0], (User) row[1])).toList();
    }

    /** The present form of a stored message. */
    static RoomEvent event(Message message, User author) {
        var room = message.room();
        var seq = message.seq();
        var by = author(message, author);
        var at = message.at();
        return switch (message.kind()) {
            case POSTED ->
                new RoomEvent.Posted(
                        room,
                        seq,
                        by,
                        at,
                        message.clientId(),
                        message.body(),
                        message.editedAt(),
                        message.references(),
                        message.files());
            case EDITED -> new RoomEvent.Edited(room, seq, by, at, message.target(), message.body());
            case DELETED -> new RoomEvent.Deleted(room, seq, by, at, message.target());
            case ERASED -> new RoomEvent.Erased(room, seq, by, at, message.target());
            case TOMBSTONE -> new RoomEvent.Tombstone(room, seq);
            case REACTED -> new RoomMark.Reacted(room, seq, by, at, message.target(), message.emoji(), message.isOn());
            case PINNED -> new RoomMark.Pinned(room, seq, by, at, message.target(), message.isOn());
        };
    }

    private static RoomEvent.Author author(Message message, User author) {
        if (message.authorId() == null) return RoomEvent.Author.NOBODY;
        return author == null
                ? new RoomEvent.Author(message.authorId(), null, null)
                : new RoomEvent.Author(message.authorId(), author.name(), author.role());
    }
}
