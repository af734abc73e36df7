package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/**
 * Reads messages of a room in pages. A page has as many messages as requested, however many events between them only
 * changed a message: those are folded into the messages. Uses a fixed number of queries for a page.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class MessageHistory {

    /** The most messages of one page. */
    public static final int LARGEST_PAGE = 200;

    /** The numbers on one side of a page, and whether there are messages beyond them. */
    private record Side(List<Long> numbers, boolean goesOn) {

        static Side of(List<Long> read, int limit) {
            return read.size() > limit ? new Side(read.subList(0, limit), true) : new Side(read, false);
        }

        long outermost() {
            return numbers.get(numbers.size() - 1);
        }
    }

    private static final Side NOTHING = new Side(List.of(), false);

    private final Transactions transactions;
    private final RoomAccess access;

    @Inject
    public MessageHistory(Transactions transactions, RoomAccess access) {
        this.transactions = transactions;
        this.access = access;
    }

    /** For the CDI proxy. */
    protected MessageHistory() {
        this(null, null);
    }

    /**
     * The last messages before a number.
     *
     * @param before null for the newest
     * @param limit 1 to {@link #LARGEST_PAGE}
     * @throws Refusal.NotFound if the caller may not read the room, or it does not exist
     */
    public HistoryPage before(Caller caller, long room, Long before, int limit) {
        var reach = access.require(caller, room);
        var last = reach.room().last();
        var to = before == null ? last : Math.max(reach.first() - 1, Math.min(last, before - 1));
        return transactions.read(em -> {
            var older = older(em, room, reach.first(), to, limit);
            return page(em, caller, reach, older, NOTHING, older.goesOn() ? older.outermost() : reach.first(), to);
        });
    }

    /** The first messages after a number; otherwise as {@link #before}. */
    public HistoryPage after(Caller caller, long room, long after, int limit) {
        var reach = access.require(caller, room);
        var last = reach.room().last();
        var from = Math.max(reach.first(), after >= last ? last + 1 : after + 1);
        return transactions.read(em -> {
            var newer = newer(em, room, from, last, limit);
            return page(
                    em,
                    caller,
                    reach,
                    NOTHING,
                    newer,
                    from,
                    newer.goesOn() ? newer.outermost() : Math.max(last, from - 1));
        });
    }

    /** Half of the messages up to and including a number, the other half after it; otherwise as {@link #before}. */
    public HistoryPage around(Caller caller, long room, long around, int limit) {
        var reach = access.require(caller, room);
        var last = reach.room().last();
        var middle = Math.max(reach.first() - 1, Math.min(last, around));
        return transactions.read(em -> {
            var older = older(em, room, reach.first(), middle, limit - limit / 2);
            var newer = limit == 1 ? new Side(List.of(), middle < last) : newer(em, room, middle + 1, last, limit / 2);
            var from = older.goesOn() ? older.outermost() : reach.first();
            var to = !newer.goesOn() ? Math.max(last, middle) : newer.numbers().isEmpty() ? middle : newer.outermost();
            return page(em, caller, reach, older, newer, from, to);
        });
    }

    /**
     * The pinned messages of a room that the caller may read, most recently pinned first.
     *
     * @throws Refusal.NotFound if the caller may not read the room, or it does not exist
     */
    public List<HistoryItem> pins(Caller caller, long room) {
        var reach = access.require(caller, room);
        return transactions.read(em -> {
            var numbers = longs(em.createNativeQuery(
                            "select target from pins where room_id = ?1 and target >= ?2 order by seq desc")
                    .setParameter(1, room)
                    .setParameter(2, reach.first()));
            return PresentMessages.read(em, caller, reach, numbers).items().stream()
                    .sorted(Comparator.comparing(
                            item -> numbers.indexOf(item.event().seq())))
                    .toList();
        });
    }

    private static HistoryPage page(
            EntityManager em, Caller reader, RoomAccess.Reach reach, Side older, Side newer, long from, long to) {
        var numbers = Stream.concat(older.numbers().stream(), newer.numbers().stream())
                .toList();
        var messages = PresentMessages.read(em, reader, reach, numbers);
        return new HistoryPage(
                from,
                to,
                messages.items(),
                from > reach.first() ? from : null,
                to < reach.room().last() ? to : null,
                messages.asOf(),
                messages.pins());
    }

    private static Side older(EntityManager em, long room, long from, long to, int limit) {
        return Side.of(numbers(em, room, from, to, limit + 1, "desc"), limit);
    }

    private static Side newer(EntityManager em, long room, long from, long to, int limit) {
        return Side.of(numbers(em, room, from, to, limit + 1, "asc"), limit);
    }

    /** The condition must read {@code post = 1} exactly, for the databases to use the partial index of posts. */
    private static List<Long> numbers(EntityManager em, long room, long from, long to, int limit, String direction) {
        return longs(em.createNativeQuery("select m.seq from messages m where m.room_id = ?1 and m.post = 1"
                        + " and m.seq >= ?2 and m.seq <= ?3 order by m.seq " + direction + " limit " + limit)
                .setParameter(1, room)
                .setParameter(2, from)
                .setParameter(3, to));
    }

    private static List<Long> longs(Query query) {
        var numbers = new ArrayList<Long>();
        for (var row : query.getResultList()) numbers.add(Columns.number(row));
        return numbers;
    }
}
