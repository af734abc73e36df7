package org.hostelchat.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each change is delivered once, in order, after its commit, even if hints are lost. */
@EachEngine
class ChangeTailTest {

    @Parameter
    Engine engine;

    @TempDir
    private Path folder;

    private final List<Long> told = Collections.synchronizedList(new ArrayList<>());
    private final List<ChangeHint> hints = Collections.synchronizedList(new ArrayList<>());
    private volatile ChangeListener listener = logged -> told.add(logged.seq());
    private BareDatabase database;
    private ChangeLog log;
    private ChangeTail tail;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        log = new ChangeLog(database, hints::add, Clock.systemUTC());
        tail = new ChangeTail(log, List.of(logged -> listener.onChange(logged)));
        tail.start();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(int count) {
        database.write(em -> {
            log.append(
                    em,
                    LongStream.range(0, count).mapToObj(Change.RoomOpened::new).toList());
            return null;
        });
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void beginsAtTheEndOfTheLog() {
        append(3);
        var restarted = new ChangeTail(log, List.of(logged -> told.add(logged.seq())));
        restarted.hint(new ChangeHint(3));
        assertEquals(List.of(), told, "not before its start");
        restarted.start();
        restarted.sweep();
        assertEquals(List.of(), told);
        assertEquals(3, restarted.told());
        append(1);
        restarted.hint(new ChangeHint(4));
        assertEquals(List.of(4L), told);
    }

    @Test
    void aHintTellsNothingThatIsNotCommitted() {
        database.write(em -> {
            log.append(em, new Change.RoomOpened(1));
            // As a hint that comes too early, by whatever way.
            tail.hint(hints.get(0));
            assertEquals(List.of(), told);
            return null;
        });
        assertEquals(List.of(), told);
        tail.hint(hints.get(0));
        assertEquals(List.of(1L), told);
    }

    @Test
    void hintsThatAreRepeatedOrLateOrWrongChangeNothing() {
        append(2);
        for (var last : List.of(2L, 2L, 1L, 0L, 99L)) tail.hint(new ChangeHint(last));
        assertEquals(upTo(2), told);
    }

    @Test
    void aLostHintIsMadeGoodByTheSweepOrTheNextOne() {
        append(2);
        tail.sweep();
        assertEquals(upTo(2), told);
        append(1);
        append(1);
        tail.hint(new ChangeHint(4));
        assertEquals(upTo(4), told);
    }

    @Test
    void aTailThatWasFrozenCatchesUpInOrder() throws Exception {
        var frozen = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        listener = logged -> {
            frozen.countDown();
            await(go);
            told.add(logged.seq());
        };
        append(1);
        var thread = new Thread(() -> tail.hint(new ChangeHint(1)));
        thread.start();
        await(frozen);
        append(ChangeLog.LARGEST_PAGE + 700);
        tail.hint(new ChangeHint(log.last()));
        assertEquals(List.of(), told, "whoever brings a hint does not wait for ever, and does not overtake");
        go.countDown();
        thread.join();
        tail.sweep();
        assertEquals(upTo(ChangeLog.LARGEST_PAGE + 701), told);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAListenerCanNotTakeIsTriedAgainBeforeWhatFollowsAndInTheEndPassedOver() {
        var seen = new ArrayList<Long>();
        tail = new ChangeTail(log, List.of(new ChangeListener() {
            @Override
            public void onChange(LoggedChange logged) {
                seen.add(logged.seq());
                if (logged.seq() == 2) throw new IllegalStateException("a test");
            }

            @Override
            public void passedOver() {
                seen.add(-2L);
            }
        }));
        tail.start();
        append(3);
        tail.hint(new ChangeHint(3));
        assertEquals(List.of(1L, 2L), seen);
        tail.hint(new ChangeHint(3));
        assertEquals(List.of(1L, 2L), seen, "acts in the same bad moment do not use up the tries");
        tail.sweep();
        tail.sweep();
        assertEquals(List.of(1L, 2L, 2L, 2L, -2L, 3L), seen);
    }

    @Test
    void aKindOfANewerProgramIsPassedOver() {
        append(1);
        database.write(em -> {
            em.createNativeQuery("insert into changes (seq, at, kind) values (2, 0, 'NEW')")
                    .executeUpdate();
            return em.createNativeQuery("update change_head set last = 2").executeUpdate();
        });
        append(1);
        tail.sweep();
        assertEquals(List.of(1L, 3L), told);
    }

    /** Many act at once, half of the hints are lost, some come doubled, and somebody sweeps. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void eachIsToldOnceInOrderWhoeverActsAtOnce(long seed) throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            // SQLite has one writer.
            var turn = new Object();
            var workers = new ArrayList<Callable<Void>>();
            for (var worker = 0; worker < 6; worker++) {
                var random = new Random(seed + worker);
                workers.add(() -> {
                    for (var act = 0; act < 40; act++) {
                        synchronized (turn) {
                            append(1 + random.nextInt(3));
                        }
                        for (var hint = random.nextInt(3); hint > 0; hint--) tail.hint(new ChangeHint(log.last()));
                        if (random.nextInt(10) == 0) tail.sweep();
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(workers)) done.get();
        } finally {
            threads.shutdownNow();
        }
        tail.sweep();
        assertEquals(upTo(log.last()), told);
    }
}
