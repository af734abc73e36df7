package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.ConcurrencyLimit;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that writes without pause, as the message writer does under load, does not block the others. */
class WritersTurnTest {

    private final ConcurrencyLimit turns = new ConcurrencyLimit(1, true, Database.WRITERS_PATIENCE);

    @TempDir
    private Path folder;

    /** Without turns, the other one looks again now and then, and nearly always comes too late. */
    @Test
    void whoWaitsIsNextThoughAnotherWritesWithoutPause() throws Exception {
        var done = new AtomicBoolean();
        var inFullSwing = new CountDownLatch(1);
        try (var room = connect();
                var office = connect();
                var statement = office.createStatement()) {
            statement.execute("create table said (words text)");
            var writer = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    turns.inTurn(() -> store(room, "more", inFullSwing));
                }
            });
            assertTrue(inFullSwing.await(30, TimeUnit.SECONDS));
            try {
                for (var i = 0; i < 20; i++) turns.inTurn(() -> store(office, "between", inFullSwing));
            } finally {
                done.set(true);
                writer.get(30, TimeUnit.SECONDS);
            }
            try (var rows = statement.executeQuery("select count(*) from said where words = 'between'")) {
                assertEquals(20, rows.getInt(1));
            }
        }
    }

    @Test
    void whoseTurnDoesNotComeIsToldToTryAgain() throws Exception {
        var taken = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var other = CompletableFuture.runAsync(() -> turns.inTurn(() -> {
            taken.countDown();
            return await(over);
        }));
        assertTrue(taken.await(30, TimeUnit.SECONDS));
        var refused = assertThrows(Refusal.Unavailable.class, () -> turns.inTurn(() -> "never"));
        assertEquals("storage-busy", refused.slug());
        over.countDown();
        other.get(30, TimeUnit.SECONDS);
        assertEquals("now", turns.inTurn(() -> "now"));
    }

    @Test
    void workThatFailsGivesItsTurnAway() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> turns.inTurn(() -> {
                    throw new IllegalStateException("no");
                }));
        assertEquals(
                "next",
                CompletableFuture.supplyAsync(() -> turns.inTurn(() -> "next")).get(30, TimeUnit.SECONDS));
    }

    private Connection connect() throws SQLException {
        return SqliteDialect.connect("jdbc:sqlite:" + folder.resolve("t.db"));
    }

    private static boolean store(Connection connection, String words, CountDownLatch begun) {
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            begun.countDown();
            statement.execute("insert into said values ('" + words + "')");
            Pause.millis(10);
            connection.commit();
            connection.setAutoCommit(true);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
