package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.Rooms;
import org.hostelchat.storage.Transactions;

/** The board: officials post, edit and withdraw; everybody reads what stands there. Thread-safe. */
@ApplicationScoped
public class Notices {

    /** Who posted, where no account did or the account is gone. */
    public static final String OFFICE = Caller.OPERATOR.name();

    private static final String VIEW =
            """
            select n, u.name, r from Notice n
            left join User u on u.id = n.authorId
            left join Receipt r on r.id.noticeId = n.id and r.id.userId = :me
            where\
            """;
    private static final String OPEN = " n.withdrawnAt is null and (n.until is null or n.until >= :today)";

    @Inject
    private Transactions transactions;

    @Inject
    private Rooms rooms;

    @Inject
    private Receipts receipts;

    @Inject
    private NoticeSettings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<NoticePosted> posted;

    @Inject
    private Event<NoticeEdited> edited;

    /**
     * Puts a notice on the board, together with the room for its discussion.
     *
     * @throws Refusal.Unacceptable if a field is at fault or the last day is over
     */
    public NoticeView post(Caller caller, NoticeDraft draft) {
        caller.requireAdmin();
        var tidy = draft.tidy();
        tidy.refusePast(settings.today());
        return transactions.write(em -> {
            var room = rooms.open(em, RoomKind.NOTICE, tidy.title());
            var notice = new Notice(tidy, caller.isOperator() ? null : caller.id(), room.id(), Instant.now());
            em.persist(notice);
            em.flush();
            audit.recordOnSuccess("notice-posted", caller, "notice", notice.id());
            posted.fire(new NoticePosted(NoticeView.of(notice, caller.name(), null)));
            if (!caller.isOperator()) receipts.read(em, notice.id(), caller.id());
            return find(em, caller, notice.id());
        });
    }

    /**
     * Changes what a notice says; who has acknowledged it stays so.
     *
     * @param change makes the new draft of the present one
     * @throws Refusal.NotFound if there is none, or it is withdrawn
     * @throws Refusal.Unacceptable if a field is at fault, or a new last day is over already
     */
    public NoticeView edit(Caller caller, long id, UnaryOperator<NoticeDraft> change) {
        caller.requireAdmin();
        return transactions.write(em -> {
            var notice = standing(em, id);
            var before = notice.draft();
            var after = change.apply(before).tidy();
            if (after.until() != null && !after.until().equals(before.until())) after.refusePast(settings.today());
            if (!after.equals(before)) {
                notice.edit(after, Instant.now());
                em.find(Room.class, notice.roomId()).rename(after.title());
                em.flush();
                audit.recordOnSuccess("notice-edited", caller, "notice", id);
                edited.fire(new NoticeEdited(
                        NoticeView.of(notice, find(em, caller, id).name(), null)));
            }
            return find(em, caller, id);
        });
    }

    /**
     * Takes a notice from the board and closes its discussion; both stay stored.
     *
     * @throws Refusal.NotFound if there is none, or it is withdrawn already
     */
    public void withdraw(Caller caller, long id) {
        caller.requireAdmin();
        transactions.write(em -> {
            var notice = standing(em, id);
            notice.withdraw(Instant.now());
            rooms.close(em, notice.roomId());
            audit.recordOnSuccess("notice-withdrawn", caller, "notice", id);
            return null;
        });
    }

    /**
     * The notices that stand on the board, the newest first.
     *
     * @param after the number of the last one that the caller has, 0 to begin with the newest
     */
    public List<NoticeView> list(Caller caller, long after, int limit) {
        return transactions.read(
                em -> views(em.createQuery(VIEW + OPEN + " and n.id < :before order by n.id desc", Object[].class)
                        .setParameter("me", caller.id())
                        .setParameter("today", settings.today())
                        .setParameter("before", after == 0 ? Long.MAX_VALUE : after)
                        .setMaxResults(limit)));
    }

    /** All notices, also withdrawn ones and those whose last day is over, for officials; otherwise as {@link #list}. */
    public List<NoticeView> archive(Caller caller, long after, int limit) {
        caller.requireAdmin();
        return transactions.read(em -> views(em.createQuery(VIEW + " n.id < :before order by n.id desc", Object[].class)
                .setParameter("me", caller.id())
                .setParameter("before", after == 0 ? Long.MAX_VALUE : after)
                .setMaxResults(limit)));
    }

    /**
     * One notice. Officials see all of them, everybody else those that are not withdrawn.
     *
     * @throws Refusal.NotFound if there is none
     */
    public NoticeView find(Caller caller, long id) {
        return transactions.read(em -> find(em, caller, id));
    }

    /** The notice that is discussed in a room that is open; also after its last day. */
    public Optional<NoticeView> inRoom(Caller caller, long roomId) {
        return transactions.read(em -> views(em.createQuery(VIEW + " n.roomId = :room", Object[].class)
                        .setParameter("me", caller.id())
                        .setParameter("room", roomId))
                .stream()
                .findAny());
    }

    private static NoticeView find(EntityManager em, Caller caller, long id) {
        return views(em.createQuery(VIEW + " n.id = :id", Object[].class)
                        .setParameter("me", caller.id())
                        .setParameter("id", id))
                .stream()
                .filter(notice -> notice.withdrawnAt() == null || caller.isAdmin())
                .findAny()
                .orElseThrow(Notices::notThere);
    }

    /** The number of notices on the board that the caller has not read. */
    public long unreadCount(Caller caller) {
        return transactions.read(em -> em.createQuery(
                        "select count(n) from Notice n where" + OPEN
                                + " and not exists (select r from Receipt r where r.id.noticeId = n.id and r.id.userId = :me)",
                        Long.class)
                .setParameter("me", caller.id())
                .setParameter("today", settings.today())
                .getSingleResult());
    }

    private static Notice standing(EntityManager em, long id) {
        var notice = em.find(Notice.class, id);
        if (notice == null || notice.withdrawnAt() != null) throw notThere();
        return notice;
    }

    private static List<NoticeView> views(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> NoticeView.of((Notice) row[0], (String) row[1], (Receipt) row[2]))
                .toList();
    }

    static Refusal.NotFound notThere() {
        return new Refusal.NotFound("no-such-notice", "This notice does not exist, or it was taken down.");
    }
}
