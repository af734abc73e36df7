package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@EachEngine
class MessageWriterTest {

    private static final MessageSettings GENEROUS = new MessageSettings(10_000, 1_000, 0, 0);

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final List<RoomEvent> fed = Collections.synchronizedList(new ArrayList<>());
    private BareDatabase database;
    private MessageWriter writer;
    private MessageLog log;
    private Caller asha;
    private Caller ravi;
    private Caller warden;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        asha = database.resident("Asha", Role.STUDENT);
        ravi = database.resident("Ravi", Role.STUDENT);
        warden = database.resident("Warden", Role.ADMIN);
        log = new MessageLog(database, null);
        writer = writer(GENEROUS);
    }

    @AfterEach
    void close() {
        writer.stop();
        database.close();
    }

    private MessageWriter writer(MessageSettings settings) {
        return writer(settings, Clock.systemUTC());
    }

    private MessageWriter writer(MessageSettings settings, Clock clock) {
        var feed = new MessageFeed() {
            @Override
            public void committed(long room, List<RoomEvent> events) {
                fed.addAll(events);
            }

            @Override
            public void answered() {}

            @Override
            public void changed(long room) {
                throw new AssertionError("nobody was erased");
            }
        };
        var made = new MessageWriter(database, feed, settings, new AuditTrail(), clock);
        made.start(Thread::new);
        return made;
    }

    @Test
    void postsTakeTheNextNumbersOfTheirRoom() throws Exception {
        assertEquals(1, post(asha, "Good morning").seq());
        assertEquals(2, post(ravi, "Is there tea?").seq());
        writer.stop();

        assertEquals(List.of("Good morning", "Is there tea?"), bodies());
        assertEquals("Ravi", ((RoomEvent.Posted) fed.get(1)).by().name());
    }

    @Test
    void aThousandPostsAtOnceAreDenseAndInOrderOfTheirNumbers() throws Exception {
        var answers = IntStream.range(0, 1_000)
                .mapToObj(i -> writer.submit(draft(i % 2 == 0 ? asha : ravi, "number " + i)))
                .toList();
        for (var answer : answers) answer.get(30, TimeUnit.SECONDS);
        writer.stop();

        var expected = LongStream.rangeClosed(1, 1_000).boxed().toList();
        assertEquals(expected, fed.stream().map(RoomEvent::seq).toList());
        assertEquals(500, log.after(Room.COMMON, 0, 500).size());
    }

    /** Numbers give the order, and the limit for floods measures elapsed time; the clock only stamps. */
    @Test
    void aClockThatJumpsChangesNeitherOrderNorLimits() throws Exception {
        writer.stop();
        var clock = new MovableClock();
        writer = writer(new MessageSettings(10_000, 1_000, 4, 1), clock);
        var noon = clock.instant();
        var repeated = draft(asha, "noon");
        var first = stored(repeated);
        clock.setBack(Duration.ofHours(1));
        assertEquals(first.at(), stored(repeated).at(), "a repeat gets the first answer");
        assertEquals(2, post(asha, "an hour back").seq());
        clock.setForward(Duration.ofDays(1));
        assertEquals(3, post(asha, "a day on").seq());
        assertThrows(Refusal.TooFast.class, () -> {
            for (var i = 0; i < 4; i++) writer.submit(draft(asha, "flood " + i));
        });
        writer.stop();

        var page = new MessageHistory(database, new RoomAccess(database)).before(ravi, Room.COMMON, null, 50);
        assertEquals(
                List.of(noon, noon.minus(Duration.ofHours(1)), noon.plus(Duration.ofHours(23))),
                page.items().stream()
                        .limit(3)
                        .map(item -> ((RoomEvent.Posted) item.event()).at())
                        .toList());
        assertEquals(
                LongStream.rangeClosed(1, fed.size()).boxed().toList(),
                fed.stream().map(RoomEvent::seq).toList());
    }

    @Test
    void aRepeatedPostGetsTheFirstOnesAnswerAndIsStoredOnce() throws Exception {
        var draft = draft(asha, "once");
        var first = stored(draft);
        var again = stored(draft);

        assertTrue(first.first());
        assertFalse(again.first());
        assertEquals(first.seq(), again.seq());
        assertEquals(first.at(), again.at());
        assertEquals(List.of("once"), bodies());
    }

    @Test
    void aPostRepeatedWithinOneTransactionIsStoredOnce() {
        var draft = draft(asha, "twice in a row");
        var outcome = database.write(
                em -> new MessageBatch(em, new AuditTrail(), java.time.Instant.now()).store(List.of(draft, draft)));

        assertEquals(1, outcome.answers().get(0).stored().seq());
        assertEquals(1, outcome.answers().get(1).stored().seq());
        assertEquals(1, log.after(Room.COMMON, 0, 10).size());
    }

    @Test
    void aRepeatIsRecognisedAfterAnEditAndAfterADeletion() throws Exception {
        var draft = draft(asha, "befor");
        var first = stored(draft);
        stored(new MessageDraft.Edit(asha, Room.COMMON, first.seq(), "before"));
        assertEquals(first.seq(), stored(draft).seq());
        stored(new MessageDraft.Delete(asha, Room.COMMON, first.seq()));
        assertEquals(first.seq(), stored(draft).seq());
    }

    @Test
    void theSameIdForOtherWordsIsAConflict() throws Exception {
        var id = UUID.randomUUID();
        stored(new MessageDraft.Post(asha, Room.COMMON, id, "one thing"));

        var refused = refusal(new MessageDraft.Post(asha, Room.COMMON, id, "another"));
        assertInstanceOf(Refusal.Conflict.class, refused);
        assertEquals(
                1,
                stored(new MessageDraft.Post(asha, Room.COMMON, id, "one thing"))
                        .seq());
    }

    @Test
    void twoPeopleMayMintTheSameId() throws Exception {
        var id = UUID.randomUUID();
        assertEquals(
                1, stored(new MessageDraft.Post(asha, Room.COMMON, id, "mine")).seq());
        assertEquals(
                2,
                stored(new MessageDraft.Post(ravi, Room.COMMON, id, "mine too")).seq());
    }

    @Test
    void anEditReadsAsTheNewWordsAndLeavesNoneOfTheOldOnes() throws Exception {
        var seq = post(asha, "the kettel").seq();
        stored(new MessageDraft.Edit(asha, Room.COMMON, seq, "the kettle"));
        stored(new MessageDraft.Edit(asha, Room.COMMON, seq, "the samovar"));

        var events = log.after(Room.COMMON, 0, 10);
        assertEquals("the samovar", body(events.get(0)));
        assertEquals(EventKind.TOMBSTONE, events.get(1).kind());
        assertEquals("the samovar", body(events.get(2)));
        assertEquals(seq, ((RoomEvent.Edited) events.get(2)).target());
    }

    @Test
    void aDeletionLeavesTombstonesWithTheirNumbers() throws Exception {
        var seq = post(asha, "oh no").seq();
        stored(new MessageDraft.Edit(asha, Room.COMMON, seq, "oh no!"));
        stored(new MessageDraft.Delete(warden, Room.COMMON, seq));

        var events = log.after(Room.COMMON, 0, 10);
        assertEquals(List.of(1L, 2L, 3L), events.stream().map(RoomEvent::seq).toList());
        assertEquals(
                List.of(EventKind.TOMBSTONE, EventKind.TOMBSTONE, EventKind.DELETED),
                events.stream().map(RoomEvent::kind).toList());
        assertEquals(warden.id(), ((RoomEvent.Deleted) events.get(2)).by().id());
        assertEquals(0L, ((Number) database.query("select count(*) from messages where body is not null")).longValue());
    }

    @Test
    void nobodyTouchesWhatSomebodyElseWrote() throws Exception {
        var seq = post(asha, "mine").seq();
        assertInstanceOf(Refusal.NotAllowed.class, refusal(new MessageDraft.Edit(ravi, Room.COMMON, seq, "not yours")));
        assertInstanceOf(
                Refusal.NotAllowed.class, refusal(new MessageDraft.Edit(warden, Room.COMMON, seq, "nor an admin's")));
        assertInstanceOf(Refusal.NotAllowed.class, refusal(new MessageDraft.Delete(ravi, Room.COMMON, seq)));
        assertInstanceOf(Refusal.NotFound.class, refusal(new MessageDraft.Delete(asha, Room.COMMON, 99)));
        assertEquals(List.of("mine"), bodies());
    }

    @Test
    void whatIsRefusedTakesNoNumber() throws Exception {
        refusal(new MessageDraft.Post(asha, 77, UUID.randomUUID(), "where am I?"));
        refusal(new MessageDraft.Delete(asha, Room.COMMON, 1));
        assertEquals(1, post(asha, "here").seq());
    }

    @Test
    void somebodyWhoIsNotOnTheRollAnyMoreIsRefusedAndHindersNobody() throws Exception {
        var ghost = new Caller(4_711, "Ghost", Role.STUDENT, false);
        var answers = List.of(
                writer.submit(draft(asha, "before")),
                writer.submit(draft(ghost, "boo")),
                writer.submit(draft(ravi, "after")));
        assertEquals(1, answers.get(0).get(10, TimeUnit.SECONDS).seq());
        assertInstanceOf(Refusal.NotSignedIn.class, refusal(answers.get(1)));
        assertEquals(2, answers.get(2).get(10, TimeUnit.SECONDS).seq());
    }

    @Test
    void aCommitThatFailsIsAnsweredAndReachesNobody() throws Exception {
        try (var other = database.connect();
                var statement = other.createStatement()) {
            statement.execute(engine.lock());
            var refused = refusal(draft(asha, "while the database is locked"));
            assertEquals("storage-busy", refused.slug());
            assertInstanceOf(Refusal.Unavailable.class, refused);
            assertTrue(fed.isEmpty());
            statement.execute("rollback");
        }
        assertEquals(1, post(asha, "and again").seq());
        assertEquals(List.of("and again"), bodies());
    }

    @Test
    void aFullDiskIsAnsweredAndReachesNobody() throws Exception {
        assumeTrue(engine == Engine.SQLITE, "PostgreSQL has its disk elsewhere");
        database.limitPages(((Number) database.query("pragma page_count")).intValue());
        var refused = refusal(draft(asha, "x".repeat(4_000)));
        assertEquals("storage-full", refused.slug());
        assertTrue(fed.isEmpty());
        database.limitPages(0);
        assertEquals(1, post(asha, "room again").seq());
    }

    @Test
    void aMistakeOfOursIsToldAsOneAndHindersNobodyAfterwards() throws Exception {
        rename("body", "wording");
        var refused = refusal(draft(asha, "into a table that the program does not know"));
        assertInstanceOf(Refusal.Fault.class, refused);
        assertEquals(500, refused.problem().status());
        assertFalse(refused.getMessage().contains("wording"), refused.getMessage());
        assertTrue(fed.isEmpty());
        rename("wording", "body");
        assertEquals(1, post(asha, "and again").seq());
    }

    private void rename(String column, String to) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table messages rename column " + column + " to " + to);
        }
    }

    @Test
    void aFullQueueRefusesAtOnceAndKeepsWhatItTook() throws Exception {
        writer.stop();
        try (var other = database.connect();
                var statement = other.createStatement()) {
            var small = writer(new MessageSettings(5, 1, 0, 0));
            statement.execute(engine.lock());
            var taken = new ArrayList<CompletableFuture<Stored>>();
            var refused = assertThrows(Refusal.Unavailable.class, () -> {
                for (var i = 0; i < 50; i++) taken.add(small.submit(draft(asha, "flood " + i)));
            });
            assertEquals("overloaded", refused.slug());
            assertTrue(taken.size() <= 7, "took " + taken.size());
            statement.execute("rollback");
            var stored = 0;
            for (var answer : taken)
                if (answer.handle((ok, failed) -> ok != null).get(30, TimeUnit.SECONDS)) stored++;
            small.stop();
            assertEquals(stored, log.after(Room.COMMON, 0, 100).size());
        }
    }

    @Test
    void onePersonsFloodIsRefusedAndNobodyElses() throws Exception {
        writer.stop();
        var limited = writer(new MessageSettings(10_000, 1_000, 5, 1));
        for (var i = 0; i < 5; i++) limited.submit(draft(asha, "hello " + i)).get(10, TimeUnit.SECONDS);
        var refused = assertThrows(Refusal.TooFast.class, () -> limited.submit(draft(asha, "hello?")));
        assertEquals(2, refused.problem().retryAfter());
        assertEquals(
                6, limited.submit(draft(ravi, "hi")).get(10, TimeUnit.SECONDS).seq());
        limited.stop();
    }

    @Test
    void aStoppedWriterHasStoredWhatItTookAndTakesNoMore() {
        var answers = IntStream.range(0, 200)
                .mapToObj(i -> writer.submit(draft(asha, "last words " + i)))
                .toList();
        writer.stop();
        assertTrue(answers.stream().allMatch(answer -> answer.isDone() && !answer.isCompletedExceptionally()));
        assertThrows(Refusal.Unavailable.class, () -> writer.submit(draft(asha, "one more")));
    }

    @Test
    void whoHandsInWhileTheWriterEndsIsAnsweredToo() throws Exception {
        writer.stop();
        for (var round = 0; round < 40; round++) {
            var closing = writer(new MessageSettings(4, 4, 0, 0));
            var mouths = Executors.newFixedThreadPool(4);
            var given = IntStream.range(0, 4)
                    .mapToObj(i -> mouths.submit(() -> untilRefused(closing)))
                    .toList();
            closing.stop();
            for (var answers : given)
                for (var answer : answers.get(10, TimeUnit.SECONDS))
                    assertTrue(answer.isDone(), "left without an answer in round " + round);
            mouths.shutdown();
        }
    }

    private List<CompletableFuture<Stored>> untilRefused(MessageWriter closing) {
        var answers = new ArrayList<CompletableFuture<Stored>>();
        while (true) {
            try {
                answers.add(closing.submit(draft(asha, "just before the end")));
            } catch (Refusal.Unavailable refused) {
                if (refused.slug().equals("stopping")) return answers;
            }
        }
    }

    @Test
    void unacceptableWordsNeverReachTheQueue() {
        assertThrows(Refusal.Unacceptable.class, () -> draft(asha, "  \n "));
        assertThrows(Refusal.Unacceptable.class, () -> draft(asha, "nul \0 nul"));
        assertThrows(Refusal.Unacceptable.class, () -> draft(asha, "half \uD83D of an emoji"));
        assertThrows(Refusal.Unacceptable.class, () -> draft(asha, "x".repeat(4_001)));
        assertEquals("😀".repeat(4_000), draft(asha, "😀".repeat(4_000)).body());
        assertNull(database.read(em -> em.find(Message.class, new Message.Position(1, 1))));
    }

    private MessageDraft.Post draft(Caller author, String body) {
        return new MessageDraft.Post(author, Room.COMMON, UUID.randomUUID(), body);
    }

    private Stored post(Caller author, String body) throws Exception {
        return stored(draft(author, body));
    }

    private Stored stored(MessageDraft draft) throws Exception {
        return writer.submit(draft).get(30, TimeUnit.SECONDS);
    }

    private Refusal refusal(MessageDraft draft) throws Exception {
        return refusal(writer.submit(draft));
    }

    private static Refusal refusal(CompletableFuture<Stored> answer) throws Exception {
        var failed = assertThrows(ExecutionException.class, () -> answer.get(30, TimeUnit.SECONDS));
        return assertInstanceOf(Refusal.class, failed.getCause());
    }

    private List<String> bodies() {
        return log.after(Room.COMMON, 0, 500).stream()
                .map(MessageWriterTest::body)
                .toList();
    }

    private static String body(RoomEvent event) {
        if (event instanceof RoomEvent.Edited edit) return edit.body();
        return event instanceof RoomEvent.Posted post ? post.body() : null;
    }

    @Test
    void whatOfficialsDeleteIsRecordedAndWhatStudentsPostIsNot() throws Exception {
        var first = post(asha, "कमरा 12 में पार्टी").seq();
        post(ravi, "and this");
        stored(new MessageDraft.Delete(ravi, Room.COMMON, 2));
        assertEquals(0, number("select last from audit_head"));
        stored(new MessageDraft.Delete(warden, Room.COMMON, first));
        stored(new MessageDraft.Delete(warden, Room.COMMON, first));
        assertEquals(1, number("select last from audit_head"), "once, however often it is asked for");
        assertEquals(
                "message-deleted " + warden.id() + " " + asha.id() + " 1/1",
                database.query("select act || ' ' || by_id || ' ' || person_id || ' ' || thing_id || '/' || seq"
                        + " from audit_entries"));
        assertEquals(
                0,
                number(
                        "select count(*) from audit_entries where values_before is not null or values_after is not null"),
                "without what was said");
    }

    private long number(String query) {
        return ((Number) database.query(query)).longValue();
    }
}
