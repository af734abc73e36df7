package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
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

    /** The changes for everybody and those for one person, each read by its index. */
    private static final String CHANGED =
            """
            select notice_id from changes where notice_id is not null and user_id is null and seq > ?1
            union select notice_id from changes where notice_id is not null and user_id = ?2 and seq > ?1
            order by notice_id""";

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
     * @param withdrawn the ids of those that were withdrawn
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
            var missed = missed(em, caller, changed);
            var text = missed.notices().stream()
                    .mapToInt(notice -> notice.text().length())
                    .sum();
            return text > MOST_TEXT ? Optional.empty() : Optional.of(missed);
        });
    }

    private static List<Long> changed(EntityManager em, long userId, long seq) {
        List<?> ids = em.createNativeQuery(CHANGED)
                .setParameter(1, seq)
                .setParameter(2, userId)
                .setMaxResults(MOST + 1)
                .getResultList();
        return ids.stream().map(Columns::number).toList();
    }

    private static Missed missed(EntityManager em, Caller caller, List<Long> ids) {
        var views = Notices.views(em.createQuery(Notices.VIEW + " n.id in :ids order by n.id", Object[].class)
                .setParameter("me", caller.id())
                .setParameter("ids", ids));
        return new Missed(
                views.stream().filter(notice -> notice.withdrawnAt() == null).toList(),
                views.stream()
                        .filter(notice -> notice.withdrawnAt() != null)
                        .map(NoticeView::id)
                        .toList());
    }
}
