package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/** Stores who has read a notice and who has acknowledged it; both are idempotent. Thread-safe. */
@ApplicationScoped
public class Receipts {

    // One statement each, because two devices of one person could otherwise both find no row; the existing row is kept.
    // No row returned means that nothing has changed.
    private static final String READ =
            """
            insert into receipts (notice_id, user_id, read_at)
            select n.id, u.id, ?3 from notices n, users u
            where n.id = ?1 and u.id = ?2 and n.withdrawn_at is null
            on conflict (notice_id, user_id) do nothing""";

    private static final String ACKNOWLEDGE =
            """
            insert into receipts (notice_id, user_id, read_at, acknowledged_at, acknowledged_version)
            select n.id, u.id, ?3, ?3, ?4 from notices n, users u
            where n.id = ?1 and u.id = ?2 and n.withdrawn_at is null
            on conflict (notice_id, user_id) do update
            set acknowledged_at = excluded.acknowledged_at, acknowledged_version = excluded.acknowledged_version
            where receipts.acknowledged_version is null or receipts.acknowledged_version < excluded.acknowledged_version""";

    private static final String DONE = " and r.acknowledgedVersion >= :asked";

    private static final String RESIDENTS =
            """
            from User u left join Receipt r on r.id.noticeId = :id and r.id.userId = u.id
            where u.active = true and u.id <> :author""";

    private final Transactions transactions;
    private final ChangeLog changes;
    private final NoticeSettings settings;

    @Inject
    Receipts(Transactions transactions, ChangeLog changes, NoticeSettings settings) {
        this.transactions = transactions;
        this.changes = changes;
        this.settings = settings;
    }

    /** For the CDI proxy. */
    protected Receipts() {
        this(null, null, null);
    }

    /**
     * Stores that the caller has read a notice.
     *
     * @throws Refusal.NotFound if there is none, or it is withdrawn
     */
    public void markRead(Caller caller, long id) {
        caller.requireAccount();
        transactions.write(em -> {
            var fresh = read(em, id, caller.id(), settings.now());
            if (fresh.isEmpty()) Notices.standing(em, id);
            changes.append(em, fresh);
            return null;
        });
    }

    /** Stores that the caller has read these notices; withdrawn ones are ignored. */
    public void markRead(Caller caller, List<Long> ids) {
        caller.requireAccount();
        transactions.write(em -> {
            var fresh = new ArrayList<Change>();
            var now = settings.now();
            ids.forEach(id -> fresh.addAll(read(em, id, caller.id(), now)));
            changes.append(em, fresh);
            return null;
        });
    }

    /**
     * Stores that the caller has acknowledged, and therefore read, a notice.
     *
     * @param version what the caller was shown ({@link NoticeView#version}), or null for the present one
     * @throws Refusal.NotFound if there is none, or it is withdrawn
     * @throws Refusal.Conflict if a later edit has asked for acknowledgement again: nothing is stored
     */
    public void acknowledge(Caller caller, long id, Long version) {
        caller.requireAccount();
        transactions.write(em -> {
            var notice = Notices.standing(em, id);
            var shown = version == null ? notice.version() : Math.min(version, notice.version());
            if (shown < notice.askedVersion()) throw changedMeanwhile();
            if (upsert(em, ACKNOWLEDGE, id, caller.id(), shown, settings.now())) {
                changes.append(em, new Change.ReceiptChanged(caller.id(), id, shown));
            }
            return null;
        });
    }

    private static Refusal.Conflict changedMeanwhile() {
        return new Refusal.Conflict("notice-changed", Phrase.of("notice.changed"));
    }

    /**
     * Within the caller's transaction.
     *
     * @return the change, to be appended to the log of changes: empty if it was read before
     */
    static List<Change> read(EntityManager em, long noticeId, long userId, Instant now) {
        var fresh = upsert(em, READ, noticeId, userId, null, now);
        return fresh ? List.of(new Change.ReceiptChanged(userId, noticeId, null)) : List.of();
    }

    private static boolean upsert(EntityManager em, String sql, long noticeId, long userId, Long version, Instant now) {
        var query = em.createNativeQuery(sql)
                .setParameter(1, noticeId)
                .setParameter(2, userId)
                .setParameter(3, now.toEpochMilli());
        if (version != null) query.setParameter(4, version);
        return query.executeUpdate() > 0;
    }

    /**
     * Every active resident except the author, by id, with their acknowledgement if there is one.
     *
     * @param only true for those who have acknowledged, false for those who have not, null for all
     * @param after the id of the last resident on the previous page, 0 for the first page
     * @throws Refusal.NotFound if there is no such notice
     */
    public List<Acknowledgement> of(Caller caller, long id, Boolean only, long after, int limit) {
        caller.requireAdmin();
        var condition = only == null
                ? ""
                : only ? DONE : " and (r.acknowledgedVersion is null or r.acknowledgedVersion < :asked)";
        return transactions.read(em -> {
            var notice = em.find(Notice.class, id);
            if (notice == null) throw Notices.notThere();
            var query = em.createQuery(
                            "select u.id, u.name, u.enrolmentNumber, r.readAt, r.acknowledgedAt, r.acknowledgedVersion "
                                    + RESIDENTS + condition + " and u.id > :after order by u.id",
                            Object[].class)
                    .setParameter("id", id)
                    .setParameter("author", notice.authorId() == null ? 0L : notice.authorId())
                    .setParameter("after", after)
                    .setMaxResults(limit);
            if (only != null) query.setParameter("asked", notice.askedVersion());
            return query.getResultStream()
                    .map(row -> acknowledgement(row, notice.askedVersion()))
                    .toList();
        });
    }

    private static Acknowledgement acknowledgement(Object[] row, long asked) {
        var counts = row[5] != null && (Long) row[5] >= asked;
        return Acknowledgement.of(
                (Long) row[0], (String) row[1], (String) row[2], (Instant) row[3], (Instant) row[4], counts);
    }

    /**
     * How many of those residents have acknowledged a notice, and how many there are.
     *
     * @throws Refusal.NotFound if there is no such notice
     */
    public Tally tally(Caller caller, long id) {
        return Optional.ofNullable(tallies(caller, List.of(id)).get(id)).orElseThrow(Notices::notThere);
    }

    /** The same for many notices, by their ids; unknown ones are left out. */
    public Map<Long, Tally> tallies(Caller caller, List<Long> ids) {
        caller.requireAdmin();
        if (ids.isEmpty()) return Map.of();
        return transactions.read(em -> {
            var residents = em.createQuery("select count(u) from User u where u.active = true", Long.class)
                    .getSingleResult();
            // The author is not asked.
            var authors = counts(
                    em,
                    ids,
                    "select n.id, count(u.id) from Notice n left join User u on u.id = n.authorId and u.active = true"
                            + " where n.id in :ids group by n.id");
            var acknowledged = counts(
                    em,
                    ids,
                    "select n.id, count(u.id) from Notice n, Receipt r, User u where n.id in :ids"
                            + " and r.id.noticeId = n.id and r.acknowledgedVersion >= n.askedVersion and u.id = r.id.userId and u.active = true"
                            + " and (n.authorId is null or n.authorId <> u.id) group by n.id");
            return authors.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            notice -> new Tally(
                                    acknowledged.getOrDefault(notice.getKey(), 0L), residents - notice.getValue())));
        });
    }

    private static Map<Long, Long> counts(EntityManager em, List<Long> ids, String query) {
        return em.createQuery(query, Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /**
     * @param acknowledged how many residents have acknowledged
     * @param of how many were asked
     */
    public record Tally(long acknowledged, long of) {}
}
