package org.hostelchat.live.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A connection ends when both ends have sent a close frame, and only once. */
class ClosingHandshakeTest {

    private final AtomicInteger ends = new AtomicInteger();
    private final ClosingHandshake closing = new ClosingHandshake(ends::incrementAndGet);

    @Test
    void whoSaysGoodByeWaitsForTheAnswer() {
        closing.said();
        assertTrue(closing.isSaid());
        assertFalse(closing.isOver());
        assertEquals(0, ends.get());
        closing.heard();
        assertTrue(closing.isOver());
        assertEquals(1, ends.get());
    }

    @Test
    void whoAnswersEndsAtOnce() {
        closing.heard();
        assertFalse(closing.isOver());
        closing.said();
        assertTrue(closing.isOver());
        assertEquals(1, ends.get());
    }

    @Test
    void whoeverRepeatsThemselvesEndsNothingTwice() throws Exception {
        for (var round = 0; round < 2_000; round++) {
            var crossing = new ClosingHandshake(ends::incrementAndGet);
            var start = new CountDownLatch(1);
            var other = new Thread(() -> {
                await(start);
                crossing.heard();
                crossing.heard();
            });
            other.start();
            start.countDown();
            crossing.said();
            crossing.said();
            other.join();
            assertEquals(round + 1, ends.get());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
