package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomLock;
import org.hostelchat.room.Rooms;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/** The notice board: officials post, edit and withdraw notices; everybody reads them. Thread-safe. */
@ApplicationScoped
public class Notices {

    /** The author's name of notices posted without an account, or whose author's account is erased. */
    public static final String OFFICE = Caller.OPERATOR.name();

    static final String VIEW =
            """
            select n, u.name, r from Notice n
            left join User u on u.id = n.authorId
            left join Receipt r on r.id.noticeId = n.id and r.id.userId = :me
            where\
            """;
    private static final String OPEN = " n.withdrawnAt is null and (n.until is null or n.until >= :today)";

    private static final String COUNTS =
            """
            select coalesce(sum(case when r.readAt is null then 1 else 0 end), 0),
            coalesce(sum(case when n.acknowledge = false and r.readAt is null or n.acknowledge = true
            and (n.authorId is null or n.authorId <> :me) and (r.acknowledgedVersion is null or r.acknowledgedVersion < n.askedVersion) then 1 else 0 end), 0)
            from Notice n left join Receipt r on r.id.noticeId = n.id and r.id.userId = :me
            where\
            """
                    + OPEN;

    private final Transactions transactions;
    private final Rooms rooms;
    private final NoticeSettings settings;
    private final NoticeRecord record;
    private final ChangeLog changes;

    @Inject
    Notices(Transactions transactions, Rooms rooms, NoticeSettings settings, NoticeRecord record, ChangeLog changes) {
        this.transactions = transactions;
        this.rooms = rooms;
        this.settings = settings;
        this.record = record;
        this.changes = changes;
    }

    /** For the CDI proxy. */
    protected Notices() {
        this(null, null, null, null, null);
    }

    /**
     * Posts a notice, and creates the room for its discussion.
     *
     * @throws Refusal.Unacceptable if a field is invalid or the last day is in the past
     */
    public NoticeView post(Caller caller, NoticeDraft draft) {
        caller.requireAdmin();
        var tidy = draft.tidy();
        tidy.refusePast(settings.today());
        return transactions.write(em -> {
            var room = rooms.open(em, RoomKind.NOTICE, tidy.title());
            var notice = new Notice(tidy, caller.isOperator() ? null : caller.id(), room.id(), settings.now());
            em.persist(notice);
            em.flush();
            var told = new ArrayList<Change>(List.of(new Change.NoticePosted(notice.id(), room.id())));
            if (!caller.isOperator()) told.addAll(Receipts.read(em, notice.id(), caller.id(), notice.at()));
            changes.append(em, told);
            record.posted(em, caller, notice);
            return find(em, caller, notice.id());
        });
    }

    /**
     * Edits a notice.
     *
     * @param seen the version that the edit is based on: if the notice has another one it is not edited; null for any
     * @param change makes the new draft from the present one
     * @param askAgain whether everybody must acknowledge it again; else acknowledgements remain valid
     * @throws Refusal.NotFound if there is none, or it is withdrawn
     * @throws Refusal.Conflict if it has another version by now
     * @throws Refusal.Unacceptable if a field is invalid, a new last day is in the past, or {@code askAgain} is set for
     * a notice that does not ask for acknowledgement
     */
    public NoticeView edit(Caller caller, long id, Long seen, UnaryOperator<NoticeDraft> change, boolean askAgain) {
        caller.requireAdmin();
        var edited = transactions.write(em -> {
            var notice = locked(em, id);
            if (seen != null && seen != notice.version()) throw changedMeanwhile();
            var before = notice.draft();
            var after = change.apply(before).tidy();
            if (after.until() != null && !after.until().equals(before.until())) after.refusePast(settings.today());
            if (askAgain && !after.acknowledge()) throw asksNobody();
            if (!askAgain && after.equals(before)) return find(em, caller, id);
            notice.edit(after, askAgain, settings.now());
            em.find(Room.class, notice.roomId()).rename(after.title());
            em.flush();
            var view = find(em, caller, id);
            changes.append(em, new Change.NoticeEdited(id, notice.roomId()));
            record.edited(em, caller, notice, before, askAgain);
            return view;
        });
        transactions.wordsRemoved();
        return edited;
    }

    /**
     * Withdraws a notice from the board and closes its discussion; both remain stored.
     *
     * @throws Refusal.NotFound if there is none, or it is withdrawn already
     */
    public void withdraw(Caller caller, long id) {
        caller.requireAdmin();
        transactions.write(em -> {
            var notice = locked(em, id);
            notice.withdraw(settings.now());
            rooms.close(em, notice.roomId());
            changes.append(em, new Change.NoticeWithdrawn(id, notice.roomId()));
            record.withdrawn(em, caller, notice);
            return null;
        });
    }

    /**
     * The notices on the board, newest first.
     *
     * @param after the id of the last one on the previous page, 0 for the first page
     */
    public List<NoticeView> list(Caller caller, long after, int limit) {
        return transactions.read(
                em -> views(em.createQuery(VIEW + OPEN + " and n.id < :before order by n.id desc", Object[].class)
                        .setParameter("me", caller.id())
                        .setParameter("today", settings.today())
                        .setParameter("before", after == 0 ? Long.MAX_VALUE : after)
                        .setMaxResults(limit)));
    }

    /**
     * All notices, withdrawn ones and those past their last day included, for officials; otherwise as {@link #list}.
     */
    public List<NoticeView> archive(Caller caller, long after, int limit) {
        caller.requireAdmin();
        return transactions.read(em -> views(em.createQuery(VIEW + " n.id < :before order by n.id desc", Object[].class)
                .setParameter("me", caller.id())
                .setParameter("before", after == 0 ? Long.MAX_VALUE : after)
                .setMaxResults(limit)));
    }

    /**
     * One notice. Officials see all, everybody else those that are not withdrawn.
     *
     * @throws Refusal.NotFound if there is none
     */
    public NoticeView find(Caller caller, long id) {
        return transactions.read(em -> find(em, caller, id));
    }

    /** The notice that is discussed in a room, also after its last day; empty if there is none, or it was withdrawn. */
    public Optional<NoticeView> inRoom(Caller caller, long roomId) {
        return transactions.read(em -> views(em.createQuery(VIEW + " n.roomId = :room", Object[].class)
                        .setParameter("me", caller.id())
                        .setParameter("room", roomId))
                .stream()
                .filter(notice -> notice.withdrawnAt() == null)
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

    /**
     * How many notices on the board the caller has still to read or to acknowledge; authors are not asked about their
     * own.
     */
    public NoticeCounts counts(Caller caller) {
        return transactions.read(em -> {
            var sums = em.createQuery(COUNTS, Object[].class)
                    .setParameter("me", caller.id())
                    .setParameter("today", settings.today())
                    .getSingleResult();
            return new NoticeCounts(Columns.number(sums[0]), Columns.number(sums[1]));
        });
    }

    /**
     * A notice that is not withdrawn, locked with its room until the end of the transaction, so that of two
     * simultaneous edits neither is lost. The room is locked first, as an erasure does, to prevent a deadlock.
     */
    private static Notice locked(EntityManager em, long id) {
        RoomLock.lock(em, standing(em, id).roomId());
        // An UPDATE that changes nothing locks the row on every database.
        em.createQuery("update Notice n set n.version = n.version where n.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        var notice = standing(em, id);
        em.refresh(notice);
        return notice;
    }

    private static Refusal.Conflict changedMeanwhile() {
        return new Refusal.Conflict("notice-changed", Phrase.of("notice.changed-meanwhile"));
    }

    private static Refusal.Unacceptable asksNobody() {
        return new Refusal.Unacceptable("unacceptable-notice", "askAgain", Phrase.of("notice.asks-nobody"));
    }

    static Notice standing(EntityManager em, long id) {
        var notice = em.find(Notice.class, id);
        if (notice == null || notice.withdrawnAt() != null) throw notThere();
        return notice;
    }

    static List<NoticeView> views(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> NoticeView.of((Notice) row[0], (String) row[1], (Receipt) row[2]))
                .toList();
    }

    static Refusal.NotFound notThere() {
        return new Refusal.NotFound("no-such-notice", Phrase.of("notice.gone"));
    }
}
