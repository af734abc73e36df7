package org.hostelchat.notice;

import static org.hostelchat.notice.BoardQuery.NOT_ACKNOWLEDGED;
import static org.hostelchat.notice.BoardQuery.OPEN;
import static org.hostelchat.notice.BoardQuery.ORDER;
import static org.hostelchat.notice.BoardQuery.VIEW;
import static org.hostelchat.notice.BoardQuery.asked;
import static org.hostelchat.notice.BoardQuery.concerned;
import static org.hostelchat.notice.BoardQuery.isReminded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Audience;
import org.hostelchat.room.NoticeRooms;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/**
 * Reads the notice board. Officials see all notices; everybody else sees those that are shown and concern them, and
 * nothing tells them of the others. Officials post by {@link NoticePosting}. Thread-safe.
 */
@ApplicationScoped
public class Notices {

    /** The author's name of notices posted without an account, or whose author's account is erased. */
    public static final String OFFICE = Caller.OPERATOR.name();

    /** How many notices are put above the others at most. */
    private static final int MOST_RAISED = 50;

    private static final int MOST_CATEGORIES = 50;

    private final Transactions transactions;
    private final NoticeSettings settings;

    @Inject
    public Notices(Transactions transactions, NoticeSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /** For the CDI proxy. */
    protected Notices() {
        this(null, null);
    }

    /**
     * The notices on the board, newest first.
     *
     * @param after the id of the last one on the previous page, 0 for the first page
     */
    public List<NoticeView> list(Caller caller, long after, int limit) {
        return list(caller, null, after, limit);
    }

    /**
     * The same of one category.
     *
     * @param category null for all
     */
    public List<NoticeView> list(Caller caller, String category, long after, int limit) {
        return page(caller, OPEN + concerned(caller), category, after, limit);
    }

    /** Those of {@link #list} that are not among {@link #raised}. */
    public List<NoticeView> rest(Caller caller, String category, long after, int limit) {
        var raised = raised(caller, category).stream().map(NoticeView::id).toList();
        return page(caller, OPEN + concerned(caller), category, raised, after, limit);
    }

    /**
     * Those of {@link #list} that are above the others: what the caller was reminded of, then what is pinned. At most
     * {@value #MOST_RAISED}; more are among the others.
     */
    public List<NoticeView> raised(Caller caller, String category) {
        var open = OPEN + concerned(caller);
        var reminded = page(caller, open + " and" + isReminded(caller), category, 0, MOST_RAISED);
        var isPinned = " and n.content.pinned = true and not" + isReminded(caller);
        var pinned = page(caller, open + isPinned, category, 0, MOST_RAISED - reminded.size());
        return Stream.concat(reminded.stream(), pinned.stream()).toList();
    }

    /** All notices, whatever has become of them, for officials; otherwise as {@link #list}. */
    public List<NoticeView> archive(Caller caller, long after, int limit) {
        caller.requireAdmin();
        return page(caller, " n.id > 0", null, after, limit);
    }

    private List<NoticeView> page(Caller caller, String condition, String category, long after, int limit) {
        return page(caller, condition, category, List.of(), after, limit);
    }

    /** @param without the ids of those to leave out */
    private List<NoticeView> page(
            Caller caller, String condition, String category, List<Long> without, long after, int limit) {
        if (limit == 0) return List.of();
        return transactions.read(em -> {
            var query = em.createQuery(
                            VIEW + condition + (category == null ? "" : " and n.content.category = :category")
                                    + (without.isEmpty() ? "" : " and n.id not in :without")
                                    + " and (n.place < :place or n.place = :place and n.id < :after)" + ORDER,
                            Object[].class)
                    .setParameter("me", caller.id())
                    .setParameter("place", place(em, caller, after))
                    .setParameter("after", after == 0 ? Long.MAX_VALUE : after)
                    .setMaxResults(limit);
            if (condition.contains(":today")) query.setParameter("today", settings.today());
            if (category != null) query.setParameter("category", category);
            if (!without.isEmpty()) query.setParameter("without", without);
            return views(em, caller, query);
        });
    }

    /** For what the caller may not see, as for what does not exist: just above all with lower ids that they may see. */
    private static long place(EntityManager em, Caller caller, long after) {
        if (after == 0) return Long.MAX_VALUE;
        if (!withIds(em, caller, List.of(after)).isEmpty())
            return em.find(Notice.class, after).place();
        var below = em.createQuery(
                        "select max(n.place) from Notice n where n.id < :after" + concerned(caller), Long.class)
                .setParameter("after", after);
        if (!caller.isAdmin()) below.setParameter("me", caller.id());
        var highest = below.getSingleResult();
        return highest == null ? 0 : highest + 1;
    }

    /** The categories of the notices on the board, in alphabetical order. */
    public List<String> categories(Caller caller) {
        return transactions.read(em -> {
            var query = em.createQuery(
                            "select distinct n.content.category from Notice n where n.content.category is not null and"
                                    + OPEN + concerned(caller) + " order by n.content.category",
                            String.class)
                    .setParameter("today", settings.today())
                    .setMaxResults(MOST_CATEGORIES);
            if (!caller.isAdmin()) query.setParameter("me", caller.id());
            return query.getResultList();
        });
    }

    /**
     * One notice. Officials see all, everybody else those that concern them and are neither withdrawn nor yet to come.
     *
     * @throws Refusal.NotFound if there is none
     */
    public NoticeView find(Caller caller, long id) {
        return transactions.read(em -> find(em, caller, id));
    }

    /** The notice that is discussed in a room, also after its last day; empty if there is none, or it was withdrawn. */
    public Optional<NoticeView> inRoom(Caller caller, long roomId) {
        return transactions.read(em -> views(
                        em,
                        caller,
                        em.createQuery(
                                        VIEW + " n.roomId = :room and n.withdrawnAt is null" + concerned(caller),
                                        Object[].class)
                                .setParameter("me", caller.id())
                                .setParameter("room", roomId))
                .stream()
                .findAny());
    }

    /** The same if the notice is on the board today. */
    public Optional<NoticeView> onBoardInRoom(Caller caller, long roomId) {
        return inRoom(caller, roomId).filter(notice -> notice.shown() && !notice.isOver(settings.today()));
    }

    static NoticeView find(EntityManager em, Caller caller, long id) {
        return withIds(em, caller, List.of(id)).stream()
                .filter(notice -> notice.withdrawnAt() == null || caller.isAdmin())
                .findAny()
                .orElseThrow(Notices::notThere);
    }

    /** Those of these notices that the caller may see or, if they are withdrawn, might have seen; by id. */
    static List<NoticeView> withIds(EntityManager em, Caller caller, List<Long> ids) {
        return views(
                em,
                caller,
                em.createQuery(VIEW + " n.id in :ids" + concerned(caller) + " order by n.id", Object[].class)
                        .setParameter("me", caller.id())
                        .setParameter("ids", ids));
    }

    /**
     * How many notices on the board the caller has still to read or to acknowledge; authors are not asked about their
     * own.
     */
    public NoticeCounts counts(Caller caller) {
        var waits = asked(caller) + NOT_ACKNOWLEDGED;
        return transactions.read(em -> {
            var sums = em.createQuery(
                            "select coalesce(sum(case when r.readAt is null or n.remindedAt > r.readAt and" + waits
                                    + " then 1 else 0 end), 0),"
                                    + " coalesce(sum(case when n.content.acknowledge = false and r.readAt is null or"
                                    + waits
                                    + " then 1 else 0 end), 0)"
                                    + " from Notice n left join Receipt r on r.id.noticeId = n.id and r.id.userId = :me where"
                                    + OPEN + concerned(caller),
                            Object[].class)
                    .setParameter("me", caller.id())
                    .setParameter("today", settings.today())
                    .getSingleResult();
            return new NoticeCounts(Columns.number(sums[0]), Columns.number(sums[1]));
        });
    }

    /**
     * A notice that is not withdrawn.
     *
     * @throws Refusal.NotFound if there is none, or the caller may not see it
     */
    static Notice standing(EntityManager em, Caller caller, long id) {
        var notice = em.find(Notice.class, id);
        if (notice == null || notice.withdrawnAt() != null) throw notThere();
        if (!caller.isAdmin() && withIds(em, caller, List.of(id)).isEmpty()) throw notThere();
        return notice;
    }

    private static List<NoticeView> views(EntityManager em, Caller caller, TypedQuery<Object[]> query) {
        var rows = query.getResultList();
        var rooms = rows.stream()
                .map(row -> (Notice) row[0])
                .filter(notice -> !notice.concernsEverybody())
                .map(Notice::roomId)
                .toList();
        Map<Long, Audience> audiences = NoticeRooms.audiences(em, rooms);
        return rows.stream()
                .map(row -> {
                    var notice = (Notice) row[0];
                    return NoticeView.of(
                            notice, (String) row[1], (Receipt) row[2], audiences.get(notice.roomId()), caller);
                })
                .toList();
    }

    static Refusal.NotFound notThere() {
        return new Refusal.NotFound("no-such-notice", Phrase.of("notice.gone"));
    }
}
