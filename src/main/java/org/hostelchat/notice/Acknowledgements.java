package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.Residence;
import org.hostelchat.user.User;

/**
 * Who has acknowledged a notice, among those whom it concerns now: every active account except the author's; of a notice
 * with an audience, the residents in its room, without the officials who are there because they read everything.
 * Thread-safe.
 */
@ApplicationScoped
public class Acknowledgements {

    private static final String DONE = "r.acknowledgedVersion >= :asked";

    private static final String NOT_DONE = "(r.acknowledgedVersion is null or r.acknowledgedVersion < :asked)";

    private static final String ACTIVE =
            """
            from User u left join Receipt r on r.id.noticeId = :id and r.id.userId = u.id
            where u.active = true and u.id <> :author""";

    private static final String IN_ROOM = " and u.role <> :admin and exists"
            + " (select m.id.userId from Membership m where m.id.roomId = :room and m.id.userId = u.id)";

    /** Of many notices with an audience: those in their rooms who are no officials. */
    private static final String MEMBERS =
            " from Notice n, Membership m, User u where n.id in :ids and n.everybody = false"
                    + " and m.id.roomId = n.roomId and u.id = m.id.userId and u.active = true and u.role <> :admin"
                    + " and (n.authorId is null or n.authorId <> u.id)";

    private final Transactions transactions;

    @Inject
    public Acknowledgements(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected Acknowledgements() {
        this(null);
    }

    /**
     * @param acknowledged how many residents have acknowledged
     * @param of how many were asked
     */
    public record Tally(long acknowledged, long of) {}

    /**
     * Those who have one value in a column of the register.
     *
     * @param value as most have typed it; null for those who have none
     */
    public record Share(String value, long concerned, long acknowledged) {}

    /**
     * Some of those whom a notice concerns.
     *
     * @param acknowledged true for those who have acknowledged, false for those who have not, null for all
     * @param column by whose value they are chosen; null for all
     * @param value null for those who have no value in that column
     */
    public record Choice(Boolean acknowledged, RegisterColumn column, String value) {

        public static final Choice ALL = new Choice(null, null, null);

        public static Choice of(Boolean acknowledged) {
            return new Choice(acknowledged, null, null);
        }

        private String condition() {
            var condition = acknowledged == null ? "" : " and " + (acknowledged ? DONE : NOT_DONE);
            if (column == null) return condition;
            return condition + " and " + key(column) + (value == null ? " is null" : " = :value");
        }

        private <Q extends Query> Q parameters(Q query) {
            if (column != null && value != null) query.setParameter("value", Residence.key(value));
            return query;
        }
    }

    /** Those whom a notice concerns, with their receipts; with its parameters but {@code asked}. */
    private static <T> TypedQuery<T> concerned(
            EntityManager em, Notice notice, String select, String rest, Class<T> type) {
        var room = notice.concernsEverybody() ? "" : IN_ROOM;
        var query = em.createQuery(select + ACTIVE + room + rest, type)
                .setParameter("id", notice.id())
                .setParameter("author", notice.authorId() == null ? 0L : notice.authorId());
        if (room.isEmpty()) return query;
        return query.setParameter("room", notice.roomId()).setParameter("admin", Role.ADMIN);
    }

    private static String key(RegisterColumn column) {
        return "u.residence." + column.code() + "Key";
    }

    /**
     * Those whom a notice concerns, by id, with their acknowledgement if there is one.
     *
     * @param after the id of the last resident on the previous page, 0 for the first page
     * @throws Refusal.NotFound if there is no such notice
     */
    public List<Acknowledgement> of(Caller caller, long id, Choice choice, long after, int limit) {
        caller.requireAdmin();
        return transactions.read(em -> {
            var notice = require(em, id);
            var query = concerned(
                            em,
                            notice,
                            "select u, r.readAt, r.acknowledgedAt, r.acknowledgedVersion ",
                            choice.condition() + " and u.id > :after order by u.id",
                            Object[].class)
                    .setParameter("after", after)
                    .setMaxResults(limit);
            if (choice.acknowledged() != null) query.setParameter("asked", notice.askedVersion());
            return choice.parameters(query)
                    .getResultStream()
                    .map(row -> Acknowledgement.of(
                            (User) row[0],
                            (Instant) row[1],
                            (Instant) row[2],
                            row[3] != null && (Long) row[3] >= notice.askedVersion()))
                    .toList();
        });
    }

    /**
     * How many they are and how many of them have acknowledged, by their values in a column, in the register's order;
     * last those who have none. With two queries.
     *
     * @throws Refusal.NotFound if there is no such notice
     */
    public List<Share> by(Caller caller, long id, RegisterColumn column) {
        caller.requireAdmin();
        return transactions.read(em -> {
            var notice = require(em, id);
            return concerned(
                            em,
                            notice,
                            "select min(u.residence." + column.code() + "), count(u.id), sum(case when " + DONE
                                    + " then 1 else 0 end) ",
                            " group by " + key(column) + " order by case when " + key(column)
                                    + " is null then 1 else 0 end, " + key(column),
                            Object[].class)
                    .setParameter("asked", notice.askedVersion())
                    .getResultStream()
                    .map(row -> new Share((String) row[0], Columns.number(row[1]), Columns.number(row[2])))
                    .toList();
        });
    }

    /**
     * How many have acknowledged a notice, and how many it concerns.
     *
     * @throws Refusal.NotFound if there is no such notice
     */
    public Tally tally(Caller caller, long id) {
        return Optional.ofNullable(tallies(caller, List.of(id)).get(id)).orElseThrow(Notices::notThere);
    }

    /** The same for many notices, by their ids; unknown ones are left out. With a fixed number of queries. */
    public Map<Long, Tally> tallies(Caller caller, List<Long> ids) {
        caller.requireAdmin();
        if (ids.isEmpty()) return Map.of();
        return transactions.read(em -> {
            var residents = em.createQuery("select count(u) from User u where u.active = true", Long.class)
                    .getSingleResult();
            // The author is not asked.
            var of = new HashMap<Long, Long>();
            counts(
                            em,
                            ids,
                            "select n.id, count(u.id) from Notice n left join User u on u.id = n.authorId and u.active = true"
                                    + " where n.id in :ids group by n.id",
                            false)
                    .forEach((id, author) -> of.put(id, residents - author));
            var done = new HashMap<>(counts(
                    em,
                    ids,
                    "select n.id, count(u.id) from Notice n, Receipt r, User u where n.id in :ids and n.everybody = true"
                            + " and r.id.noticeId = n.id and r.acknowledgedVersion >= n.askedVersion and u.id = r.id.userId"
                            + " and u.active = true and (n.authorId is null or n.authorId <> u.id) group by n.id",
                    false));
            var some = em.createQuery(
                            "select n.id from Notice n where n.id in :ids and n.everybody = false", Long.class)
                    .setParameter("ids", ids)
                    .getResultList();
            if (!some.isEmpty()) {
                some.forEach(id -> of.put(id, 0L));
                of.putAll(counts(em, some, "select n.id, count(u.id)" + MEMBERS + " group by n.id", true));
                done.putAll(counts(
                        em,
                        some,
                        "select n.id, count(u.id)" + MEMBERS + " and exists (select r.id.userId from Receipt r"
                                + " where r.id.noticeId = n.id and r.id.userId = u.id and r.acknowledgedVersion >= n.askedVersion)"
                                + " group by n.id",
                        true));
            }
            var tallies = new HashMap<Long, Tally>();
            of.forEach((id, all) -> tallies.put(id, new Tally(done.getOrDefault(id, 0L), all)));
            return tallies;
        });
    }

    private static Map<Long, Long> counts(EntityManager em, List<Long> ids, String jpql, boolean isOfRooms) {
        var query = em.createQuery(jpql, Object[].class).setParameter("ids", ids);
        if (isOfRooms) query.setParameter("admin", Role.ADMIN);
        return query.getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** The ids of those who have not acknowledged a notice. */
    static List<Long> missing(EntityManager em, Notice notice) {
        return concerned(em, notice, "select u.id ", " and " + NOT_DONE, Long.class)
                .setParameter("asked", notice.askedVersion())
                .getResultList();
    }

    /** The ids of those who have not acknowledged a notice. */
    public List<Long> missing(long id) {
        return transactions.read(em -> missing(em, require(em, id)));
    }

    private static Notice require(EntityManager em, long id) {
        var notice = em.find(Notice.class, id);
        if (notice == null) throw Notices.notThere();
        return notice;
    }
}
