package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hostelchat.storage.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DatabaseHealthTest {

    private static final Duration FOR_A_LOADED_MACHINE = Duration.ofSeconds(30);

    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger writes = new AtomicInteger();

    /** A database whose every write is taken, but not before it is told to. */
    private final class Stalling implements Transactions {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T write(Function<EntityManager, T> work) {
            writes.incrementAndGet();
            stalled.countDown();
            try {
                released.await(FOR_A_LOADED_MACHINE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return (T) Integer.valueOf(1);
        }

        @Override
        public <T> T read(Function<EntityManager, T> work) {
            throw new AssertionError("health is asked by a write");
        }
    }

    @Test
    @Timeout(60)
    void whileOneAskerWaitsForAStalledDatabaseTheOthersAreAnswered() throws Exception {
        var health = new DatabaseHealth(new Stalling());
        var first = CompletableFuture.supplyAsync(health::isWritable);
        assertTrue(stalled.await(FOR_A_LOADED_MACHINE.toSeconds(), TimeUnit.SECONDS));

        assertFalse(health.isWritable(), "nothing is known yet");
        assertFalse(first.isDone());

        released.countDown();
        assertTrue(first.get(FOR_A_LOADED_MACHINE.toSeconds(), TimeUnit.SECONDS));
        assertTrue(health.isWritable());
        assertEquals(1, writes.get(), "the last answer stands for a while");
    }
}
