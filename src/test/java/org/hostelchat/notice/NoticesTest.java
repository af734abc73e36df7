package org.hostelchat.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.notice.Acknowledgements.Choice;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.CountedStatements;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.NoticeRooms;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.Rooms;
import org.hostelchat.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * The notice board by itself: which notices are on it and for how long, who has read and acknowledged what, and what is
 * announced.
 */
@EachEngine
class NoticesTest {

    /** It is half past one in the afternoon there. */
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @TempDir
    private Path folder;

    @Parameter
    Engine engine;

    private final MovableClock clock = new MovableClock();
    private BareDatabase database;
    private CountedStatements statements;
    private ChangeLog changes;
    private Notices notices;
    private NoticePosting posting;
    private Acknowledgements acknowledgements;
    private Receipts receipts;
    private RoomAccess access;
    private Caller asha;
    private Caller warden;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        statements = new CountedStatements(database);
        changes = new ChangeLog(statements);
        var settings = new NoticeSettings(KOLKATA, clock);
        var rooms = new Rooms(statements, new ReadMarks(statements), clock);
        var record = new NoticeRecord(new AuditLog(), new AuditTrail());
        notices = new Notices(statements, settings);
        posting = new NoticePosting(statements, rooms, new NoticeRooms(clock), settings, record, changes);
        acknowledgements = new Acknowledgements(statements);
        receipts = new Receipts(statements, changes, settings);
        access = new RoomAccess(statements);
        asha = database.resident("आशा राव", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
    }

    @AfterEach
    void close() {
        if (database != null) database.close();
    }

    private static NoticeDraft draft(String title, boolean acknowledge, LocalDate until) {
        return new NoticeDraft(title, "सुबह 6–8 बजे", acknowledge, until);
    }

    private long post(String title) {
        return posting.post(warden, draft(title, true, null)).id();
    }

    private List<String> board() {
        return notices.list(asha, 0, 50).stream().map(NoticeView::title).toList();
    }

    private List<Change> told() {
        return changes.after(0).stream().map(LoggedChange::change).toList();
    }

    private static String slug(Runnable call) {
        return assertThrows(Refusal.class, call::run).slug();
    }

    @Test
    void aNoticeStandsWithItsDiscussionUntilItIsWithdrawn() {
        var notice = posting.post(warden, draft("  No water  ", false, null));
        assertEquals("No water", notice.title());
        assertTrue(notice.read(), "by whoever posted it");
        assertTrue(access.mayRead(asha.id(), notice.room()));
        assertEquals(List.of("No water"), board());
        posting.withdraw(warden, notice.id());
        assertEquals(List.of(), board());
        assertFalse(access.mayRead(asha.id(), notice.room()));
        assertEquals("no-such-notice", slug(() -> notices.find(asha, notice.id())));
        assertEquals(clock.instant(), notices.find(warden, notice.id()).withdrawnAt());
        assertEquals("no-such-notice", slug(() -> posting.withdraw(warden, notice.id())));
        assertEquals("no-such-notice", slug(() -> posting.edit(warden, notice.id(), null, same -> same, false)));
        assertEquals(
                List.of(
                        new Change.NoticePosted(notice.id(), notice.room()),
                        new Change.ReceiptChanged(warden.id(), notice.id(), null),
                        new Change.NoticeWithdrawn(notice.id(), notice.room())),
                told());
    }

    @Test
    void studentsPostNothing() {
        assertThrows(Refusal.class, () -> posting.post(asha, draft("Party", false, null)));
        var id = post("No water");
        assertThrows(Refusal.class, () -> posting.edit(asha, id, null, same -> same, false));
        assertThrows(Refusal.class, () -> posting.withdraw(asha, id));
        assertThrows(Refusal.class, () -> acknowledgements.tally(asha, id));
        assertEquals(List.of("No water"), board());
    }

    /** Its last day is the hostel's, wherever the server's clock thinks it is, and whatever is done to that. */
    @Test
    void aNoticeStandsThroughItsLastDayInTheHostelsZone() {
        posting.post(warden, draft("today", false, TODAY));
        assertEquals("unacceptable-notice", slug(() -> posting.post(warden, draft("late", false, TODAY.minusDays(1)))));
        assertEquals(List.of("today"), board());
        clock.moveOn(Duration.ofHours(10).plusMinutes(29));
        assertEquals(List.of("today"), board(), "one minute before midnight");
        clock.moveOn(Duration.ofMinutes(2));
        assertEquals(List.of(), board(), "in Greenwich it is the same day still");
        assertEquals("unacceptable-notice", slug(() -> posting.post(warden, draft("late", false, TODAY))));
        clock.setBack(Duration.ofHours(1));
        assertEquals(List.of("today"), board(), "the clock was put right");
        clock.moveOn(Duration.ofDays(1));
        assertEquals(0, notices.counts(asha).unread());
    }

    @Test
    void theOrderIsThatOfPostingAlsoWhenTheClockIsSetBack() {
        post("first");
        clock.setBack(Duration.ofHours(1));
        post("second");
        clock.moveOn(Duration.ofDays(1));
        post("third");
        assertEquals(List.of("third", "second", "first"), board());
        assertEquals(3, notices.counts(asha).waiting());
    }

    @Test
    void anEditOfWhatIsNotThereAnyMoreIsRefused() {
        var id = post("No water");
        posting.edit(warden, id, 1L, before -> draft("Water at 5", true, null), false);
        assertEquals(
                "notice-changed",
                slug(() -> posting.edit(warden, id, 1L, before -> draft("Water at 7", true, null), false)));
        assertEquals(List.of("Water at 5"), board());
        var told = told().size();
        assertEquals(2, posting.edit(warden, id, 2L, same -> same, false).version(), "nothing was changed");
        assertEquals(told, told().size());
        assertEquals(
                "unacceptable-notice",
                slug(() -> posting.edit(warden, id, null, before -> draft("Water", false, null), true)));
    }

    @Test
    void readingAndAcknowledgingCountOnceAndOnEveryDevice() {
        var id = post("No water");
        assertEquals(new NoticeCounts(1, 1), notices.counts(asha));
        receipts.markRead(asha, id);
        assertEquals(new NoticeCounts(0, 1), notices.counts(asha));
        var told = told().size();
        receipts.markRead(asha, List.of(id, id, 4711L));
        assertEquals(told, told().size());
        receipts.acknowledge(asha, id, 1L);
        receipts.acknowledge(asha, id, null);
        assertEquals(told + 1, told().size());
        assertEquals(new NoticeCounts(0, 0), notices.counts(asha));
        assertEquals(new Acknowledgements.Tally(1, 1), acknowledgements.tally(warden, id));
        assertEquals("no-such-notice", slug(() -> receipts.markRead(asha, 4711)));
    }

    @Test
    void whoAskedAgainIsAnsweredAgain() {
        var id = post("Rent by Friday");
        receipts.acknowledge(asha, id, 1L);
        posting.edit(warden, id, null, before -> draft("Rent by Friday, please", true, null), false);
        assertTrue(notices.find(asha, id).acknowledged(), "a slip of the pen asks nobody again");
        assertTrue(notices.find(asha, id).changedSinceAcknowledged());
        posting.edit(warden, id, null, before -> draft("Rent by Monday", true, null), true);
        assertFalse(notices.find(asha, id).acknowledged());
        assertEquals("notice-changed", slug(() -> receipts.acknowledge(asha, id, 2L)), "of what they were not shown");
        assertEquals(new Acknowledgements.Tally(0, 1), acknowledgements.tally(warden, id));
        receipts.acknowledge(asha, id, 3L);
        assertEquals(new Acknowledgements.Tally(1, 1), acknowledgements.tally(warden, id));
        assertEquals(1, acknowledgements.of(warden, id, Choice.of(true), 0, 9).size());
        assertEquals(0, acknowledgements.of(warden, id, Choice.of(false), 0, 9).size());
    }

    @Test
    void theBoardComesPageByPageByAFewStatementsEach() {
        for (var i = 0; i < 12; i++) post("notice " + i);
        var walked = new ArrayList<String>();
        var after = 0L;
        while (true) {
            var from = after;
            var page = new ArrayList<NoticeView>();
            assertTrue(statements.during(() -> page.addAll(notices.list(asha, from, 5))) <= 2);
            if (page.isEmpty()) break;
            page.forEach(notice -> walked.add(notice.title()));
            after = page.get(page.size() - 1).id();
        }
        assertEquals(12, walked.size());
        assertEquals("notice 11", walked.get(0));
        assertEquals("notice 0", walked.get(11));
    }

    @Test
    void talliesOfManyAreCountedByAFewStatements() {
        var ids = new ArrayList<Long>();
        for (var i = 0; i < 10; i++) ids.add(post("notice " + i));
        receipts.acknowledge(asha, ids.get(3), null);
        assertTrue(statements.during(() -> acknowledgements.tallies(warden, ids)) <= 4);
        assertEquals(
                new Acknowledgements.Tally(1, 1),
                acknowledgements.tallies(warden, ids).get(ids.get(3)));
    }

    @Test
    void whatOneMissedIsToldOnceAsItIsNow() {
        var missed = new MissedNotices(statements);
        var kept = post("No water");
        var seen = changes.last();
        posting.edit(warden, kept, null, before -> draft("Water at 5", true, null), false);
        posting.edit(warden, kept, null, before -> draft("Water at 6", true, null), false);
        var gone = post("Mistake");
        posting.withdraw(warden, gone);
        var told = missed.since(asha, seen).orElseThrow();
        assertEquals(
                List.of("Water at 6"),
                told.notices().stream().map(NoticeView::title).toList());
        assertEquals(List.of(gone), told.withdrawn());
        assertTrue(missed.since(asha, changes.last() + 1).isEmpty(), "a number of another database");
    }
}
