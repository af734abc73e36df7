package org.hostelchat.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored change log, in a real database. */
@EachEngine
class ChangeLogTest {

    private static final List<Change> ONE_OF_EACH = List.of(
            new Change.UserChanged(1),
            new Change.SettingsChanged(1),
            new Change.UserErased(2),
            Change.SessionsEnded.all(3),
            Change.SessionsEnded.one(4, "session"),
            Change.SessionsEnded.allBut(5, "session"),
            new Change.RoomOpened(6),
            new Change.RoomChanged(7),
            new Change.RoomClosed(8),
            new Change.Joined(9, 10),
            new Change.Left(11, 12),
            new Change.MembersChanged(12),
            new Change.NoticePosted(13, 14),
            new Change.NoticeEdited(15, 16),
            new Change.NoticeReminded(16, 17),
            new Change.NoticeWithdrawn(17, 18),
            new Change.ReceiptChanged(19, 20, null),
            new Change.ReceiptChanged(21, 22, 3L));

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private BareDatabase database;
    private ChangeLog log;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        log = new ChangeLog(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(ChangeLog to, Change... changes) {
        database.write(em -> {
            to.append(em, changes);
            return null;
        });
    }

    private List<Change> changes() {
        return log.after(0).stream().map(LoggedChange::change).toList();
    }

    @Test
    void eachKindIsReadAsItWasWritten() {
        append(log, ONE_OF_EACH.toArray(Change[]::new));
        assertEquals(ONE_OF_EACH, changes());
        var kinds = ONE_OF_EACH.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Change.class.getPermittedSubclasses()), kinds, "a new kind belongs into this test");
    }

    @Test
    void ofAnErasedPersonNothingIsLeftButTheNumbersOfTheChanges() {
        append(
                log,
                new Change.UserChanged(7),
                Change.SessionsEnded.one(7, "session"),
                Change.SessionsEnded.allBut(7, "session"),
                new Change.Joined(7, 10),
                new Change.ReceiptChanged(7, 20, 1L),
                new Change.ReceiptChanged(8, 20, 1L));
        database.write(em -> {
            ChangeLog.forget(em, 7);
            log.append(em, new Change.UserErased(7));
            return null;
        });
        var kept = log.after(0);
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L),
                kept.stream().map(LoggedChange::seq).toList());
        var words = kept.subList(0, 5).toString();
        assertFalse(words.contains("userId=7") || words.contains("session\"") || words.contains("=session"), words);
        assertEquals(new Change.ReceiptChanged(8, 20, 1L), kept.get(5).change());
    }

    @Test
    void aKindOfANewerProgramKeepsItsNumber() {
        append(log, new Change.RoomOpened(1));
        database.write(em -> em.createNativeQuery(
                        "insert into changes (seq, at, kind, user_id) values (2, 0, 'PERSON_HAS_A_PET', 7)")
                .executeUpdate());
        assertEquals(2, log.after(0).get(1).seq());
        assertNull(log.after(0).get(1).change());
    }

    /** Who comes in whichever order, rolls back or not: the numbers are dense, and each transaction's stand together. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void numbersHaveNoHolesWhateverIsRolledBack(long seed) throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            var workers = new ArrayList<Callable<Set<Long>>>();
            for (var worker = 0; worker < 6; worker++) {
                var first = worker * 1_000L;
                workers.add(() -> write(first, new Random(seed + first)));
            }
            var stored = new HashSet<Long>();
            for (var result : threads.invokeAll(workers)) stored.addAll(result.get());
            var all = all();
            assertEquals(
                    LongStream.rangeClosed(1, stored.size()).boxed().toList(),
                    all.stream().map(LoggedChange::seq).toList());
            assertEquals(
                    stored,
                    all.stream()
                            .map(logged -> ((Change.RoomOpened) logged.change()).roomId())
                            .collect(Collectors.toSet()));
            assertEquals(stored.size(), log.last());
        } finally {
            threads.shutdownNow();
        }
    }

    /** @return what was committed */
    private Set<Long> write(long first, Random random) {
        var stored = new HashSet<Long>();
        var next = first;
        for (var act = 0; act < 40; act++) {
            var fails = random.nextInt(3) == 0;
            var ids = new ArrayList<Long>();
            for (var i = random.nextInt(4); i >= 0; i--) ids.add(++next);
            try {
                database.write(em -> {
                    log.append(em, ids.stream().map(Change.RoomOpened::new).toList());
                    if (fails) throw new IllegalStateException("rolled back");
                    return null;
                });
                stored.addAll(ids);
            } catch (IllegalStateException rolledBack) {
                assertTrue(fails);
            } catch (Refusal.Unavailable busy) {
                // Without turns some never get SQLite's lock: nothing was stored.
            }
        }
        return stored;
    }

    private List<LoggedChange> all() {
        var all = new ArrayList<LoggedChange>();
        for (var page = log.after(0);
                !page.isEmpty();
                page = log.after(all.get(all.size() - 1).seq())) all.addAll(page);
        return all;
    }

    @Test
    void aHintIsGivenWithinTheTransactionAndSaysNoMoreThanHowFarTheLogGoes() {
        var hints = Collections.synchronizedList(new ArrayList<ChangeHint>());
        var hinting = new ChangeLog(database, hints::add, Clock.systemUTC());
        append(hinting, new Change.RoomOpened(1), new Change.RoomOpened(2));
        append(hinting);
        assertEquals(List.of(new ChangeHint(2)), hints);
    }

    @Test
    void whatIsOldGoesAndItIsKnownHowFarTheLogReachesBack() {
        var old = clockAt(Instant.now().minus(ChangeLog.KEPT).minus(Duration.ofHours(1)));
        var past = new ChangeLog(database, hint -> {}, old);
        for (var i = 0; i < 3; i++) {
            var slice = new Change[700];
            Arrays.fill(slice, new Change.RoomOpened(i));
            append(past, slice);
        }
        assertTrue(extent().reachesBackTo(0));
        append(log, new Change.RoomOpened(9));
        log.trim();
        assertEquals(new ChangeLog.Extent(2_101, 2_100), extent());
        assertFalse(extent().reachesBackTo(2_099));
        assertTrue(extent().reachesBackTo(2_100));
        assertTrue(extent().reachesBackTo(2_101));
        assertFalse(extent().reachesBackTo(2_102), "never told: of another database");
        append(log, new Change.RoomOpened(10));
        assertEquals(2_102, log.last(), "numbers go on");
    }

    @Test
    void aLogThatIsAllGoneReachesBackToItsEnd() {
        append(new ChangeLog(database, hint -> {}, clockAt(Instant.EPOCH)), new Change.RoomOpened(1));
        log.trim();
        assertEquals(new ChangeLog.Extent(1, 1), extent());
    }

    @Test
    void noMoreAreKeptThanSoMany() {
        append(log, new Change.RoomOpened(1), new Change.RoomOpened(2));
        database.write(em -> em.createNativeQuery("update change_head set last = ?1")
                .setParameter(1, ChangeLog.MOST_KEPT + 1L)
                .executeUpdate());
        log.trim();
        assertEquals(List.of(new Change.RoomOpened(2)), changes());
    }

    @Test
    void noWordsOfPeopleStandInIt() {
        var columns =
                switch (engine) {
                    case SQLITE -> "select count(*) from pragma_table_info('changes') where type = 'text' and name";
                    case POSTGRESQL ->
                        "select count(*) from information_schema.columns where table_name = 'changes'"
                                + " and table_schema = 'public' and data_type = 'text' and column_name";
                };
        var text = (Number) database.query(columns + " not in ('kind', 'session_id')");
        assertEquals(0, text.intValue());
    }

    @Test
    void whatFailsLaterLeavesNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> database.write(em -> {
                    log.append(em, new Change.UserChanged(1));
                    throw new IllegalStateException();
                }));
        assertEquals(0, log.last());
        assertEquals(List.of(), changes());
    }

    private ChangeLog.Extent extent() {
        return database.read(ChangeLog::extent);
    }

    private static Clock clockAt(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }
}
