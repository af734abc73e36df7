package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.NoticeRooms;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomLock;
import org.hostelchat.room.Rooms;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/** Officials post, edit and withdraw notices. Thread-safe. */
@ApplicationScoped
public class NoticePosting {

    private final Transactions transactions;
    private final Rooms rooms;
    private final NoticeRooms discussions;
    private final NoticeSettings settings;
    private final NoticeRecord record;
    private final ChangeLog changes;

    @Inject
    NoticePosting(
            Transactions transactions,
            Rooms rooms,
            NoticeRooms discussions,
            NoticeSettings settings,
            NoticeRecord record,
            ChangeLog changes) {
        this.transactions = transactions;
        this.rooms = rooms;
        this.discussions = discussions;
        this.settings = settings;
        this.record = record;
        this.changes = changes;
    }

    /** For the CDI proxy. */
    protected NoticePosting() {
        this(null, null, null, null, null, null);
    }

    /**
     * Posts a notice, and creates the room for its discussion. Before its time nobody but officials learns of it; then
     * {@link #showDue} shows it.
     *
     * @throws Refusal.Unacceptable if a field is invalid, or the last day or another time is in the past
     * @throws Refusal.Conflict if too many notices have an audience
     */
    public NoticeView post(Caller caller, NoticeDraft draft) {
        return post(caller, draft, null);
    }

    /**
     * The same; the draft that was kept is removed, so that it cannot be posted twice.
     *
     * @param keptDraft the caller's, or null
     * @throws Refusal.NotFound if the caller has no such draft
     */
    public NoticeView post(Caller caller, NoticeDraft draft, Long keptDraft) {
        caller.requireAdmin();
        var tidy = draft.tidy();
        tidy.refusePast(settings.today());
        tidy.refuseOverBeforeShown(settings.zone());
        tidy.refuseWrongTimes(NoticeOptions.NONE, settings.now());
        return transactions.write(em -> {
            if (keptDraft != null) NoticeDrafts.remove(em, caller, keptDraft);
            var audience = tidy.options().audience();
            if (audience != null) discussions.begin(em, true);
            var room = discussions.prepare(em, tidy.title(), audience);
            var notice = new Notice(tidy, caller.isOperator() ? null : caller.id(), room.id(), settings.now());
            // Officials see it among the newest, also before its time.
            notice.moveTo(highestPlace(em) + 1);
            em.persist(notice);
            em.flush();
            if (!tidy.options().isLater(settings.now())) changes.append(em, show(em, notice));
            record.posted(em, caller, notice, tidy);
            return Notices.find(em, caller, notice.id());
        });
    }

    private static long highestPlace(EntityManager em) {
        return Columns.number(
                em.createQuery("select coalesce(max(n.place), 0) from Notice n").getSingleResult());
    }

    /** @return what is to be told of it */
    private List<Change> show(EntityManager em, Notice notice) {
        var now = settings.now();
        notice.show(highestPlace(em) + 1, now);
        discussions.show(em, notice.roomId());
        var told = new ArrayList<Change>(List.of(new Change.NoticePosted(notice.id(), notice.roomId())));
        if (notice.authorId() != null) told.addAll(Receipts.read(em, notice.id(), notice.authorId(), now));
        return told;
    }

    /**
     * Shows a notice whose time has come, unless that was done, or it was withdrawn or put off, meanwhile. Any process
     * may call it, any number of times.
     */
    void showDue(long id) {
        transactions.write(em -> {
            discussions.begin(em, false);
            var notice = locked(em, id);
            var isDue = !notice.isShown()
                    && notice.withdrawnAt() == null
                    && !notice.options(null).isLater(settings.now());
            if (isDue) changes.append(em, show(em, notice));
            return null;
        });
    }

    /**
     * Edits a notice.
     *
     * @param seen the version that the edit is based on: if the notice has another one it is not edited; null for any
     * @param change makes the new draft from the present one
     * @param askAgain whether everybody must acknowledge it again; else acknowledgements remain valid
     * @throws Refusal.NotFound if there is none, or it is withdrawn
     * @throws Refusal.Conflict if it has another version by now, or too many notices have an audience
     * @throws Refusal.Unacceptable if a field is invalid, a new last day or time is in the past, {@code askAgain} is set
     * for a notice that does not ask for acknowledgement, or one that is shown would be shown later
     */
    public NoticeView edit(Caller caller, long id, Long seen, UnaryOperator<NoticeDraft> change, boolean askAgain) {
        caller.requireAdmin();
        var edited = transactions.write(em -> {
            discussions.begin(em, false);
            var notice = locked(em, id);
            if (notice.withdrawnAt() != null) throw Notices.notThere();
            if (seen != null && seen != notice.version()) throw changedMeanwhile();
            var room = notice.roomId();
            var before = notice.draft(NoticeRooms.audiences(em, List.of(room)).get(room));
            var after = change.apply(before).tidy();
            refuse(notice, before, after, askAgain);
            if (!askAgain && after.equals(before)) return Notices.find(em, caller, id);
            notice.edit(after, askAgain, settings.now());
            em.find(Room.class, room).rename(after.title());
            em.flush();
            changes.append(em, told(em, notice, before.options(), after.options()));
            record.edited(em, caller, notice, before, after, askAgain);
            return Notices.find(em, caller, id);
        });
        transactions.wordsRemoved();
        return edited;
    }

    private void refuse(Notice notice, NoticeDraft before, NoticeDraft after, boolean askAgain) {
        if (after.until() != null && !after.until().equals(before.until())) after.refusePast(settings.today());
        after.refuseWrongTimes(before.options(), settings.now());
        var isSamePeriod = Objects.equals(after.until(), before.until())
                && Objects.equals(after.options().from(), before.options().from());
        if (!isSamePeriod) after.refuseOverBeforeShown(settings.zone());
        if (askAgain && !after.acknowledge()) throw wrong("askAgain", Phrase.of("notice.asks-nobody"));
        if (notice.isShown() && after.options().isLater(settings.now()))
            throw wrong("from", Phrase.of("notice.shown-already"));
    }

    /** Makes the room follow the edited notice, and returns what is to be told. */
    private List<Change> told(EntityManager em, Notice notice, NoticeOptions before, NoticeOptions after) {
        var told = new ArrayList<Change>();
        if (!Objects.equals(before.audience(), after.audience())) {
            if (after.audience() != null && before.audience() == null) discussions.begin(em, true);
            if (notice.isShown()) told.addAll(discussions.concern(em, notice.roomId(), after.audience()));
            else discussions.prepareFor(em, notice.roomId(), after.audience());
        }
        if (notice.isShown()) told.add(new Change.NoticeEdited(notice.id(), notice.roomId()));
        else if (!after.isLater(settings.now())) told.addAll(show(em, notice));
        return told;
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
            if (notice.withdrawnAt() != null) throw Notices.notThere();
            notice.withdraw(settings.now());
            rooms.close(em, notice.roomId());
            changes.append(em, new Change.NoticeWithdrawn(id, notice.roomId()));
            record.withdrawn(em, caller, notice);
            return null;
        });
    }

    /**
     * A notice, locked with its room until the end of the transaction, so that of two simultaneous edits neither is
     * lost. The room is locked first, as an erasure does, to prevent a deadlock.
     */
    static Notice locked(EntityManager em, long id) {
        var found = em.find(Notice.class, id);
        if (found == null) throw Notices.notThere();
        RoomLock.lock(em, found.roomId());
        // An UPDATE that changes nothing locks the row on every database.
        em.createQuery("update Notice n set n.version = n.version where n.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        em.refresh(found);
        return found;
    }

    private static Refusal.Conflict changedMeanwhile() {
        return new Refusal.Conflict("notice-changed", Phrase.of("notice.changed-meanwhile"));
    }

    private static Refusal.Unacceptable wrong(String field, Phrase why) {
        return new Refusal.Unacceptable("unacceptable-notice", field, why);
    }
}
