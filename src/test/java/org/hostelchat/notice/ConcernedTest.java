package org.hostelchat.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.LoggedChange;
import org.hostelchat.notice.Acknowledgements.Choice;
import org.hostelchat.notice.Acknowledgements.Share;
import org.hostelchat.notice.Acknowledgements.Tally;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.CountedStatements;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Audience;
import org.hostelchat.room.AudienceFollower;
import org.hostelchat.room.AudienceRooms;
import org.hostelchat.room.Involvement;
import org.hostelchat.room.Memberships;
import org.hostelchat.room.NoticeRooms;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.Rooms;
import org.hostelchat.storage.Transactions;
import org.hostelchat.support.MovableClock;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.Residence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Notices for some residents, at their time: who sees them, who is counted, who is reminded. */
@EachEngine
class ConcernedTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

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
    private NoticeSchedule schedule;
    private Acknowledgements acknowledgements;
    private Receipts receipts;
    private Reminders reminders;
    private NoticeDrafts drafts;
    private Rooms rooms;
    private RoomAccess access;
    private Caller asha;
    private Caller ravi;
    private Caller warden;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        statements = new CountedStatements(database);
        changes = new ChangeLog(statements, new AudienceFollower(clock)::follow);
        var settings = new NoticeSettings(KOLKATA, clock);
        var record = new NoticeRecord(new AuditLog(), new AuditTrail());
        rooms = new Rooms(statements, new ReadMarks(statements), clock);
        notices = new Notices(statements, settings);
        posting = new NoticePosting(statements, rooms, new NoticeRooms(clock), settings, record, changes);
        schedule = new NoticeSchedule(statements, posting, settings);
        acknowledgements = new Acknowledgements(statements);
        receipts = new Receipts(statements, changes, settings);
        reminders = new Reminders(statements, settings, record, changes);
        drafts = new NoticeDrafts(statements, settings);
        access = new RoomAccess(statements);
        asha = database.resident("आशा", Role.STUDENT);
        ravi = database.resident("ரவி", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
        move(asha, "A", "1");
        move(ravi, "B", "1");
    }

    @AfterEach
    void close() {
        if (database != null) database.close();
    }

    /** As the register does, in one transaction with its change. */
    private void move(Caller who, String wing, String floor) {
        database.write(em -> {
            em.createNativeQuery("update users set wing = ?1, wing_key = ?2, floor = ?3, floor_key = ?3 where id = ?4")
                    .setParameter(1, wing)
                    .setParameter(2, Residence.key(wing))
                    .setParameter(3, floor)
                    .setParameter(4, who.id())
                    .executeUpdate();
            changes.append(em, new Change.UserChanged(who.id()));
            return null;
        });
    }

    private static NoticeOptions wing(String... wings) {
        return new NoticeOptions(Audience.of(Map.of("wing", List.of(wings))), null, false, null, null);
    }

    private NoticeView post(String title, NoticeOptions options) {
        return posting.post(warden, new NoticeDraft(title, "सुबह 6–8 बजे", true, null, options));
    }

    private List<String> board(Caller who) {
        return notices.list(who, 0, 50).stream().map(NoticeView::title).toList();
    }

    private static String slug(Runnable call) {
        return assertThrows(Refusal.class, call::run).slug();
    }

    private List<Change> toldSince(long seq) {
        return changes.after(seq).stream().map(LoggedChange::change).toList();
    }

    @Test
    void onlyThoseWhomItConcernsLearnOfIt() {
        var seen = changes.last();
        var notice = post("No water", wing("a", "C"));
        assertEquals(List.of("No water"), board(asha));
        assertEquals(List.of("No water"), board(warden));
        assertEquals(List.of(), board(ravi));
        assertTrue(access.mayRead(asha.id(), notice.room()));
        assertFalse(access.mayRead(ravi.id(), notice.room()));
        assertTrue(rooms.of(ravi).stream().noneMatch(room -> room.id() == notice.room()));
        assertEquals("no-such-notice", slug(() -> notices.find(ravi, notice.id())));
        assertEquals("no-such-notice", slug(() -> receipts.markRead(ravi, notice.id())));
        assertEquals("no-such-notice", slug(() -> receipts.acknowledge(ravi, notice.id(), null)));
        receipts.markRead(ravi, List.of(notice.id()));
        assertTrue(notices.inRoom(ravi, notice.room()).isEmpty());
        assertEquals(new NoticeCounts(0, 0), notices.counts(ravi));
        assertEquals(new NoticeCounts(1, 1), notices.counts(asha));
        var missed = new MissedNotices(statements);
        assertEquals(List.of(), missed.since(ravi, seen).orElseThrow().notices());
        assertEquals(1, missed.since(asha, seen).orElseThrow().notices().size());
        posting.withdraw(warden, notice.id());
        assertEquals(List.of(), missed.since(ravi, seen).orElseThrow().withdrawn(), "of what never concerned one");
        assertEquals(
                List.of(notice.id()), missed.since(asha, seen).orElseThrow().withdrawn());
    }

    @Test
    void theRegisterMovesWhomItConcerns() {
        var notice = post("No water", wing("A"));
        var missed = new MissedNotices(statements);
        var seen = changes.last();
        move(ravi, "A", "2");
        move(asha, "B", "1");
        assertTrue(toldSince(seen).contains(new Change.Joined(ravi.id(), notice.room())));
        assertTrue(toldSince(seen).contains(new Change.Left(asha.id(), notice.room())));
        assertEquals(List.of("No water"), board(ravi));
        assertEquals(List.of(), board(asha));
        assertEquals(1, missed.since(ravi, seen).orElseThrow().notices().size());
        assertEquals(
                List.of(notice.id()), missed.since(asha, seen).orElseThrow().withdrawn());
        posting.edit(
                warden,
                notice.id(),
                null,
                before -> new NoticeDraft(before.title(), before.text(), true, null, NoticeOptions.NONE),
                false);
        assertEquals(List.of("No water"), board(asha), "for everybody now");
        seen = changes.last();
        posting.edit(
                warden,
                notice.id(),
                null,
                before -> new NoticeDraft(before.title(), before.text(), true, null, wing("A")),
                false);
        assertEquals(List.of(), board(asha));
        assertEquals(List.of("No water"), board(ravi));
        assertFalse(access.mayRead(asha.id(), notice.room()));
        assertTrue(missed.since(asha, seen).isEmpty(), "she has to fetch the board");
    }

    @Test
    void thoseAreCountedWhomItConcernsNow() {
        var notice = post("No water", wing("A", "B"));
        receipts.acknowledge(asha, notice.id(), null);
        assertEquals(new Tally(1, 2), acknowledgements.tally(warden, notice.id()), "the officials are not asked");
        assertEquals(
                List.of(new Share("A", 1, 1), new Share("B", 1, 0)),
                acknowledgements.by(warden, notice.id(), RegisterColumn.WING));
        assertEquals(List.of(new Share("1", 2, 1)), acknowledgements.by(warden, notice.id(), RegisterColumn.FLOOR));
        assertEquals(List.of("ரவி"), names(notice.id(), new Choice(false, RegisterColumn.WING, "b")));
        assertEquals(List.of(), names(notice.id(), new Choice(false, RegisterColumn.WING, "A")));
        move(ravi, "D", "1");
        assertEquals(new Tally(1, 1), acknowledgements.tally(warden, notice.id()));
        var all = post("Rent", NoticeOptions.NONE);
        var nobody = database.resident("Nobody", Role.STUDENT);
        assertEquals(
                List.of(new Share("A", 1, 0), new Share("D", 1, 0), new Share(null, 1, 0)),
                acknowledgements.by(warden, all.id(), RegisterColumn.WING));
        assertEquals(List.of(nobody.name()), names(all.id(), new Choice(null, RegisterColumn.WING, null)));
        assertTrue(statements.during(() -> acknowledgements.tallies(warden, List.of(notice.id(), all.id()))) <= 6);
    }

    private List<String> names(long id, Choice choice) {
        return acknowledgements.of(warden, id, choice, 0, 9).stream()
                .map(Acknowledgement::name)
                .toList();
    }

    /** By whichever process looks first, and once. */
    @Test
    void itIsShownAtItsTime() {
        var from = clock.instant().plus(Duration.ofHours(2));
        var options = new NoticeOptions(wing("A").audience(), null, false, from, null);
        var seen = changes.last();
        var notice = post("Lift", options);
        post("Later than that", NoticeOptions.NONE);
        assertFalse(notice.shown());
        schedule.showDue();
        assertEquals(List.of("Later than that"), board(asha));
        assertEquals("no-such-notice", slug(() -> notices.find(asha, notice.id())));
        assertFalse(access.mayRead(warden.id(), notice.room()));
        assertEquals("Lift", notices.find(warden, notice.id()).title());
        assertFalse(toldSince(seen).contains(new Change.NoticePosted(notice.id(), notice.room())));
        move(ravi, "A", "1");
        clock.moveOn(Duration.ofHours(2));
        schedule.showDue();
        schedule.showDue();
        assertEquals(List.of("Lift", "Later than that"), board(asha), "it is new to her");
        assertEquals(List.of("Lift", "Later than that"), board(ravi));
        assertEquals(from, notices.find(asha, notice.id()).at());
        assertEquals(
                1,
                toldSince(seen).stream()
                        .filter(new Change.NoticePosted(notice.id(), notice.room())::equals)
                        .count());
        assertEquals(
                "unacceptable-notice",
                slug(() -> posting.edit(
                        warden,
                        notice.id(),
                        null,
                        before -> new NoticeDraft(
                                "Lift", "x", true, null, at(clock.instant().plusSeconds(60))),
                        false)));
    }

    private static NoticeOptions at(Instant from) {
        return new NoticeOptions(null, null, false, from, null);
    }

    @Test
    void whatIsNotShownYetCanBePutOffShownAtOnceOrTakenBack() {
        var soon = clock.instant().plusSeconds(60);
        var now = post("Now", at(soon));
        var later = post("Later", at(soon));
        var never = post("Never", at(soon));
        posting.edit(warden, now.id(), 1L, before -> new NoticeDraft("Now", "x", true, null), false);
        assertEquals(List.of("Now"), board(ravi));
        assertEquals(null, notices.find(ravi, now.id()).editedAt(), "nobody has seen it before");
        posting.edit(
                warden,
                later.id(),
                1L,
                before -> new NoticeDraft("Later", "x", true, null, at(soon.plusSeconds(3600))),
                false);
        var seen = changes.last();
        posting.withdraw(warden, never.id());
        assertEquals(
                List.of(),
                new MissedNotices(statements).since(ravi, seen).orElseThrow().withdrawn());
        clock.moveOn(Duration.ofMinutes(10));
        schedule.showDue();
        assertEquals(List.of("Now"), board(ravi));
    }

    @Test
    void whoHasNotAcknowledgedIsRemindedOnceAnHour() {
        var notice = post(
                "Rent",
                new NoticeOptions(null, "किराया", false, null, clock.instant().plusSeconds(3600)));
        post("Mess", NoticeOptions.NONE);
        receipts.acknowledge(ravi, notice.id(), null);
        receipts.markRead(asha, notice.id());
        assertEquals(new NoticeCounts(1, 2), notices.counts(asha));
        clock.moveOn(Duration.ofMinutes(1));
        assertEquals(1, reminders.remind(warden, notice.id()).reminded());
        assertEquals(new NoticeCounts(2, 2), notices.counts(asha));
        assertEquals(new NoticeCounts(1, 1), notices.counts(ravi));
        assertTrue(notices.find(asha, notice.id()).reminded());
        assertFalse(notices.find(asha, notice.id()).read());
        assertEquals(List.of("Rent"), titles(notices.raised(asha, null)));
        assertEquals(List.of("Mess"), titles(notices.rest(asha, null, 0, 9)));
        assertEquals(List.of(), titles(notices.raised(ravi, null)));
        assertEquals("reminded-already", slug(() -> reminders.remind(warden, notice.id())));
        clock.moveOn(Duration.ofMinutes(1));
        receipts.markRead(asha, notice.id());
        assertEquals(new NoticeCounts(1, 2), notices.counts(asha), "she has looked at it again");
        assertFalse(notices.find(asha, notice.id()).isOverdue(clock.instant()));
        clock.moveOn(Duration.ofHours(1));
        assertTrue(notices.find(asha, notice.id()).isOverdue(clock.instant()));
        assertFalse(notices.find(ravi, notice.id()).isOverdue(clock.instant()));
        assertEquals(1, reminders.remind(warden, notice.id()).reminded());
        assertThrows(Refusal.class, () -> reminders.remind(asha, notice.id()));
    }

    private static List<String> titles(List<NoticeView> views) {
        return views.stream().map(NoticeView::title).toList();
    }

    @Test
    void pinnedOnesAreAboveAndCategoriesApart() {
        post("first", new NoticeOptions(null, "पानी", true, null, null));
        post("second", new NoticeOptions(null, "Mess", false, null, null));
        post("third", wing("B"));
        assertEquals(List.of("first"), titles(notices.raised(asha, null)));
        assertEquals(List.of("second"), titles(notices.rest(asha, null, 0, 9)));
        assertEquals(Set.of("Mess", "पानी"), Set.copyOf(notices.categories(asha)));
        assertEquals(List.of("first"), titles(notices.list(asha, "पानी", 0, 9)));
        assertEquals(List.of(), titles(notices.rest(asha, "पानी", 0, 9)));
    }

    @Test
    void draftsAreTheirAuthorsAlone() {
        var other = database.resident("Other", Role.ADMIN);
        var draft = new NoticeDraft("", " ", false, null, wing("गंगा", "B"));
        var kept = drafts.keep(warden, draft);
        assertEquals(List.of(), drafts.list(other));
        assertThrows(Refusal.class, () -> drafts.list(asha));
        assertEquals("no-such-draft", slug(() -> drafts.find(other, kept.id())));
        assertEquals("no-such-draft", slug(() -> drafts.remove(other, kept.id())));
        assertEquals(wing("गंगा", "B"), drafts.find(warden, kept.id()).draft().options());
        assertEquals("unacceptable-notice", slug(() -> posting.post(warden, draft, kept.id())));
        assertEquals(1, drafts.list(warden).size(), "it is kept until it is posted");
        var done = new NoticeDraft("पानी", "कल", false, null, wing("B"));
        drafts.change(warden, kept.id(), done);
        posting.post(warden, done, kept.id());
        assertEquals("no-such-draft", slug(() -> posting.post(warden, done, kept.id())), "posted twice");
        assertEquals(List.of("पानी"), board(ravi));
        drafts.keep(Caller.OPERATOR, done);
        assertEquals(1, drafts.list(Caller.OPERATOR).size());
        assertEquals(List.of(), drafts.list(warden));
    }

    private void concern(NoticeView notice, NoticeOptions options) {
        posting.edit(
                warden,
                notice.id(),
                null,
                before -> new NoticeDraft(before.title(), before.text(), true, before.until(), options),
                false);
    }

    /** Whoever chooses their notifications at this moment does not thereby become one whom it concerns. */
    @Test
    void aChoiceOfNotificationsKeepsNobodyInANoticeThatIsNarrowed() {
        var notice = post("No water", NoticeOptions.NONE);
        var narrowedJustBefore = new Transactions() {
            @Override
            public <T> T write(Function<EntityManager, T> work) {
                concern(notice, wing("A"));
                return database.write(work);
            }

            @Override
            public <T> T read(Function<EntityManager, T> work) {
                return database.read(work);
            }
        };
        var memberships = new Memberships(narrowedJustBefore, access, new AuditLog(), changes, new AuditTrail(), clock);
        assertThrows(Refusal.NotFound.class, () -> memberships.involve(ravi, notice.room(), Involvement.MENTIONS));
        assertFalse(access.mayRead(ravi.id(), notice.room()));
        assertEquals(List.of(), board(ravi));
        memberships.involve(asha, notice.room(), Involvement.MENTIONS);
        assertEquals(Involvement.MENTIONS, rooms.view(asha.id(), notice.room()).involvement());
    }

    /** Otherwise the board's pages would tell of it. */
    @Test
    void aPageAfterAHiddenNoticeIsAsOneAfterAnIdThatIsNotThere() {
        var first = post("first", NoticeOptions.NONE);
        var other = post("for others", wing("B"));
        var later = post("later", at(clock.instant().plusSeconds(3600)));
        post("last", NoticeOptions.NONE);
        // The places of the board differ from the ids from here on.
        posting.withdraw(warden, first.id());
        for (var i = 0; i < 3; i++) {
            clock.moveOn(Duration.ofSeconds(1));
            posting.edit(
                    warden,
                    post("shown " + i, at(clock.instant().plusSeconds(60))).id(),
                    null,
                    before -> new NoticeDraft(before.title(), "x", true, null),
                    false);
        }
        for (var hidden : List.of(other, later)) {
            var after = notices.list(asha, hidden.id(), 9);
            database.write(em -> em.createNativeQuery("update notices set place = 1000 where id = " + hidden.id())
                    .executeUpdate());
            assertEquals(titles(after), titles(notices.list(asha, hidden.id(), 9)), hidden.title());
        }
        assertEquals(List.of(), titles(notices.list(asha, first.id(), 9)), "after one that was withdrawn since");
    }

    @Test
    void officialsSeeWhatIsToComeAmongTheNewest() {
        post("first", NoticeOptions.NONE);
        post("to come", at(clock.instant().plusSeconds(60)));
        post("second", NoticeOptions.NONE);
        assertEquals(List.of("second", "to come", "first"), titles(notices.archive(warden, 0, 9)));
        clock.moveOn(Duration.ofMinutes(2));
        schedule.showDue();
        assertEquals(List.of("to come", "second", "first"), titles(notices.archive(warden, 0, 9)));
    }

    @Test
    void whatWouldBeOverBeforeItIsShownIsRefused() {
        var today = LocalDate.ofInstant(clock.instant(), KOLKATA);
        var inTwoDays = at(clock.instant().plus(Duration.ofDays(2)));
        assertEquals(
                "unacceptable-notice",
                slug(() -> posting.post(warden, new NoticeDraft("x", "x", false, today.plusDays(1), inTwoDays))));
        var notice = posting.post(warden, new NoticeDraft("x", "x", false, today.plusDays(2), inTwoDays));
        for (var wrong : List.of(
                new NoticeDraft("x", "x", false, today.plusDays(1), inTwoDays),
                new NoticeDraft(
                        "x", "x", false, today.plusDays(2), at(clock.instant().plus(Duration.ofDays(3)))))) {
            assertEquals(
                    "unacceptable-notice", slug(() -> posting.edit(warden, notice.id(), null, before -> wrong, false)));
        }
    }

    @Test
    void officialsAreNotAskedByANoticeForSome() {
        var notice = post(
                "Rent",
                new NoticeOptions(
                        wing("A").audience(), null, false, null, clock.instant().plusSeconds(60)));
        clock.moveOn(Duration.ofHours(1));
        var other = database.resident("Other", Role.ADMIN);
        assertFalse(notices.find(other, notice.id()).asked());
        assertFalse(notices.find(other, notice.id()).isOverdue(clock.instant()));
        assertTrue(notices.find(asha, notice.id()).asked());
        assertTrue(notices.find(asha, notice.id()).isOverdue(clock.instant()));
    }

    @Test
    void whatIsOverIsNeitherNewForWhomItConcernsNowNorRemindedOf() {
        var today = LocalDate.ofInstant(clock.instant(), KOLKATA);
        var notice = posting.post(warden, new NoticeDraft("Lift", "x", true, today, wing("A")));
        assertTrue(notices.onBoardInRoom(asha, notice.room()).isPresent());
        clock.moveOn(Duration.ofDays(1));
        move(ravi, "A", "1");
        assertTrue(notices.inRoom(ravi, notice.room()).isPresent());
        assertTrue(notices.onBoardInRoom(ravi, notice.room()).isEmpty());
        assertEquals("nobody-to-remind", slug(() -> reminders.remind(warden, notice.id())));
    }

    @Test
    void whatWasWrittenBeforeIsNotUnreadForThoseWhomItConcernsLater() {
        var notice = post("No water", wing("A"));
        database.write(em -> em.createNativeQuery("update rooms set last_seq = 7 where id = " + notice.room())
                .executeUpdate());
        concern(notice, NoticeOptions.NONE);
        assertEquals(7, rooms.view(ravi.id(), notice.room()).read());
        assertEquals(0, rooms.view(asha.id(), notice.room()).read(), "she has still to read it");
    }

    @Test
    void whoConfirmedAfterAReminderIsNotRemindedByAnEdit() {
        var notice = post("Rent", NoticeOptions.NONE);
        receipts.markRead(asha, notice.id());
        clock.moveOn(Duration.ofMinutes(1));
        reminders.remind(warden, notice.id());
        clock.moveOn(Duration.ofMinutes(1));
        receipts.acknowledge(asha, notice.id(), null);
        posting.edit(warden, notice.id(), null, before -> new NoticeDraft("Rent!", "x", true, null), true);
        assertFalse(notices.find(asha, notice.id()).acknowledged());
        assertFalse(notices.find(asha, notice.id()).reminded());
    }

    /** Those beyond the limit are among the others, not lost. */
    @Test
    void everyNoticeIsEitherAboveOrAmongTheOthers() {
        var rent = post("Rent", NoticeOptions.NONE);
        for (var i = 0; i < 52; i++) post("pinned " + i, new NoticeOptions(null, null, true, null, null));
        clock.moveOn(Duration.ofMinutes(1));
        reminders.remind(warden, rent.id());
        var raised = titles(notices.raised(asha, null));
        assertEquals("Rent", raised.get(0));
        assertEquals(50, raised.size());
        assertEquals(List.of("pinned 2", "pinned 1", "pinned 0"), titles(notices.rest(asha, null, 0, 9)));
    }

    @Test
    void theRoomsOfNoticesAreNotAmongThoseThatFollowTheRegister() {
        post("No water", wing("A"));
        assertEquals(List.of(), new AudienceRooms(statements, changes, new AuditTrail(), clock).list(warden));
        var members =
                rooms.of(asha).stream().map(room -> rooms.members(room.id())).toList();
        assertEquals(
                new TreeSet<>(Set.of(asha.id(), warden.id())),
                members.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new)));
    }
}
