package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomKind;
import org.hostelchat.storage.Transactions;
import org.hostelchat.text.LikePattern;
import org.hostelchat.user.User;

/** Search for admins in the messages of all rooms except direct rooms and private groups. */
@ApplicationScoped
public class MessageSearch {

    /**
     * The criteria; null matches everything.
     *
     * @param author an enrolment number, a name, or words of either
     * @param from the earliest time, inclusive
     * @param to the latest time, exclusive
     * @param text words in any order, ignoring case; phrases in quotation marks
     */
    public record Filter(Long room, String author, Instant from, Instant to, String text) {

        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

        /**
         * @throws Refusal.Unacceptable if a time is outside of the years 1970 to 9999: databases cannot compare all
         *     others
         */
        public Filter {
            check("from", from);
            check("to", to);
        }

        private static void check(String field, Instant time) {
            if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(LAST))) {
                throw new Refusal.Unacceptable("wrong-day", field, Phrase.of("audit.day-out-of-range"));
            }
        }
    }

    /** A position in the list: the last message of the page before. */
    public record Cursor(Instant at, long room, long seq) {}

    /** A message, with its room's name and its author's number; null if it has no author. */
    public record Found(RoomEvent.Posted event, String roomName, String enrolmentNumber) {}

    /** What was moved in from another program may have no author. */
    private static final String FOUND = "select m, u, r.name from Message m left join User u on u.id = m.authorId"
            + " join Room r on r.id = m.position.room where r.kind not in :private and ";

    /** The condition for what follows the cursor, and the order. */
    private record Order(String beyond, String clause) {

        /**
         * The cursor's time is compared twice: the database uses an index for the first condition, but not for the
         * "or".
         */
        static Order of(String beyond, String direction) {
            return new Order(
                    " and m.at %1$s= :at and (m.at %1$s :at or m.at = :at and (m.position.room %1$s :atRoom or m.position.room = :atRoom and m.position.seq %1$s :atSeq))"
                            .formatted(beyond),
                    " order by m.at %1$s, m.position.room %1$s, m.position.seq %1$s".formatted(direction));
        }
    }

    private static final Order OLDEST_FIRST = Order.of(">", "asc");
    private static final Order NEWEST_FIRST = Order.of("<", "desc");

    private Transactions transactions;

    @Inject
    MessageSearch(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected MessageSearch() {}

    /**
     * A page of posts that are not deleted, oldest first.
     *
     * @param after null for the first page
     * @param limit 1 to {@link MessageLog#LARGEST_PAGE}
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if the author matches nobody, or too many people
     */
    public List<Found> find(Caller caller, Filter filter, Cursor after, int limit) {
        return find(caller, filter, after, limit, OLDEST_FIRST);
    }

    /** As {@link #find(Caller, Filter, Cursor, int)}, newest first. */
    public List<Found> latest(Caller caller, Filter filter, Cursor after, int limit) {
        return find(caller, filter, after, limit, NEWEST_FIRST);
    }

    private List<Found> find(Caller caller, Filter filter, Cursor after, int limit, Order order) {
        caller.requireAdmin();
        var where = new StringBuilder("m.kind = :posted");
        Map<String, Object> values = new HashMap<>(Map.of("posted", EventKind.POSTED, "private", RoomKind.PRIVATE));
        narrow(where, values, " and m.position.room = :room", "room", filter.room());
        narrow(where, values, " and m.at >= :from", "from", filter.from());
        narrow(where, values, " and m.at < :to", "to", filter.to());
        narrowByText(where, values, filter.text());
        if (after != null) {
            values.putAll(Map.of("at", after.at(), "atRoom", after.room(), "atSeq", after.seq()));
        }
        return transactions.read(em -> {
            if (filter.author() != null) {
                narrow(where, values, " and u.id in :authors", "authors", MessageAuthors.ids(em, filter.author()));
            }
            if (after != null) where.append(order.beyond());
            var query = em.createQuery(FOUND + where + order.clause(), Object[].class);
            values.forEach(query::setParameter);
            return query.setMaxResults(limit)
                    .getResultStream()
                    .map(MessageSearch::found)
                    .toList();
        });
    }

    /** One message by its number; empty if there is none or it is deleted. */
    public Optional<Found> find(Caller caller, long room, long seq) {
        caller.requireAdmin();
        return transactions.read(em -> em.createQuery(
                        FOUND + "m.kind = :posted and m.position.room = :room and m.position.seq = :seq",
                        Object[].class)
                .setParameter("private", RoomKind.PRIVATE)
                .setParameter("posted", EventKind.POSTED)
                .setParameter("room", room)
                .setParameter("seq", seq)
                .getResultStream()
                .map(MessageSearch::found)
                .findAny());
    }

    private static void narrow(StringBuilder where, Map<String, Object> values, String by, String name, Object value) {
        if (value == null) return;
        where.append(by);
        values.put(name, value);
    }

    private static void narrowByText(StringBuilder where, Map<String, Object> values, String text) {
        for (var word : SearchedText.words(text)) {
            var any = new StringJoiner(" or ", " and (", ")");
            for (var form : SearchedText.forms(word)) {
                var name = "text" + values.size();
                any.add("lower(m.body) like :" + name + " escape '!'");
                values.put(name, LikePattern.containing(form));
            }
            where.append(any);
        }
    }

    private static Found found(Object[] row) {
        var author = (User) row[1];
        return new Found(
                (RoomEvent.Posted) MessageLog.event((Message) row[0], author),
                (String) row[2],
                author == null ? null : author.enrolmentNumber());
    }
}
