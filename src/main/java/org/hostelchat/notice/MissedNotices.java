package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/**
 * The changes of the notice board that a person missed while they were disconnected, by the log of changes.
 * Thread-safe.
 */
@ApplicationScoped
public class MissedNotices {

    /** A client that missed more notices fetches the whole board. */
    static final int MOST = 50;

    /** The same for the number of characters: hundreds of clients may reconnect at once. */
    static final int MOST_TEXT = 40_000;

    /** The notice itself, or one's own receipt, has changed. */
    private static final int NOTICE = 1;

    /** Many have come into its room or gone from it. */
    private static final int MEMBERS = 2;

    /** One has come into its room or gone from it oneself. */
    private static final int ONESELF = 4;

    /** What has changed of each notice: for everybody, for one person, and of those whom it concerns. */
    private static final String CHANGED =
            """
            select notice_id, 1 from changes where notice_id is not null and user_id is null and seq > ?1
            union select notice_id, 1 from changes where notice_id is not null and user_id = ?2 and seq > ?1
            union select n.id, case when c.kind = 'MEMBERS_CHANGED' then 2 else 4 end
            from changes c join notices n on n.room_id = c.room_id
            where c.seq > ?1 and (c.kind = 'MEMBERS_CHANGED' or c.kind in ('JOINED', 'LEFT') and c.user_id = ?2)
            order by 1, 2""";

    private final Transactions transactions;

    @Inject
    public MissedNotices(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the CDI proxy. */
    protected MissedNotices() {
        this(null);
    }

    /**
     * Every changed notice once, in its present state.
     *
     * @param notices those not withdrawn that were posted, edited, or read or acknowledged by the caller; also past
     * their last day
     * @param withdrawn the ids of those that were withdrawn, or do not concern the caller any more
     */
    public record Missed(List<NoticeView> notices, List<Long> withdrawn) {

        private static final Missed NOTHING = new Missed(List.of(), List.of());
    }

    /**
     * @param seq the last change that the caller has
     * @return empty if the log does not reach back so far, or more has changed than is sent: the whole board must be
     * fetched
     */
    public Optional<Missed> since(Caller caller, long seq) {
        return transactions.read(em -> {
            if (!ChangeLog.extent(em).reachesBackTo(seq)) return Optional.empty();
            var changed = changed(em, caller.id(), seq);
            if (changed.isEmpty()) return Optional.of(Missed.NOTHING);
            if (changed.size() > MOST) return Optional.empty();
            var seen = Notices.withIds(em, caller, List.copyOf(changed.keySet()));
            for (var notice : seen) changed.put(notice.id(), NOTICE);
            // Those that are left do not concern the caller, who perhaps has them still.
            if (changed.values().stream().anyMatch(what -> (what & (MEMBERS | ONESELF)) == MEMBERS)) {
                return Optional.empty();
            }
            var missed = missed(seen, changed);
            var text = missed.notices().stream()
                    .mapToInt(notice -> notice.text().length())
                    .sum();
            return text > MOST_TEXT ? Optional.empty() : Optional.of(missed);
        });
    }

    /** What has changed, by notice. */
    private static Map<Long, Integer> changed(EntityManager em, long userId, long seq) {
        List<?> rows = em.createNativeQuery(CHANGED)
                .setParameter(1, seq)
                .setParameter(2, userId)
                .setMaxResults(3 * MOST + 1)
                .getResultList();
        var changed = new TreeMap<Long, Integer>();
        for (var row : rows) {
            var columns = (Object[]) row;
            changed.merge(Columns.number(columns[0]), (int) Columns.number(columns[1]), (a, b) -> a | b);
        }
        return changed;
    }

    private static Missed missed(List<NoticeView> seen, Map<Long, Integer> changed) {
        var standing = seen.stream()
                .filter(notice -> notice.shown() && notice.withdrawnAt() == null)
                .toList();
        var gone = new TreeSet<Long>();
        for (var notice : seen) if (notice.withdrawnAt() != null) gone.add(notice.id());
        changed.forEach((id, what) -> {
            if ((what & ONESELF) != 0) gone.add(id);
        });
        return new Missed(standing, List.copyOf(gone));
    }
}
