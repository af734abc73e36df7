package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.hostelchat.support.MovableClock;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final MovableClock clock = new MovableClock();
    private final Backoff slowdown =
            new Backoff(3, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(15), 2, clock);

    private void fail(String key, int times) {
        for (int i = 0; i < times; i++) slowdown.failed(key);
    }

    @Test
    void theFirstFailuresCauseNoDelay() {
        fail("a", 2);
        assertEquals(Duration.ZERO, slowdown.wait("a"));
    }

    @Test
    void thenEachDoublesTheDelayUpToTheLongest() {
        fail("a", 3);
        assertEquals(Duration.ofSeconds(5), slowdown.wait("a"));
        fail("a", 1);
        assertEquals(Duration.ofSeconds(10), slowdown.wait("a"));
        fail("a", 2);
        assertEquals(Duration.ofSeconds(30), slowdown.wait("a"));
        fail("a", 100);
        assertEquals(Duration.ofSeconds(30), slowdown.wait("a"));
    }

    @Test
    void theDelayRunsDown() {
        fail("a", 3);
        clock.moveOn(Duration.ofSeconds(4));
        assertEquals(Duration.ofSeconds(1), slowdown.wait("a"));
        clock.moveOn(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, slowdown.wait("a"));
    }

    @Test
    void oneKeyDoesNotSlowAnother() {
        fail("a", 9);
        assertEquals(Duration.ZERO, slowdown.wait("b"));
    }

    @Test
    void aSuccessEndsTheDelay() {
        fail("a", 9);
        slowdown.forgive("a");
        assertEquals(Duration.ZERO, slowdown.wait("a"));
        fail("a", 2);
        assertEquals(Duration.ZERO, slowdown.wait("a"));
    }

    @Test
    void failuresAreForgottenAfterAWhile() {
        fail("a", 9);
        clock.moveOn(Duration.ofMinutes(16));
        fail("a", 1);
        assertEquals(Duration.ZERO, slowdown.wait("a"));
    }

    @Test
    void onlySoManyKeysAreRemembered() {
        fail("a", 3);
        fail("b", 3);
        fail("c", 3);
        assertEquals(Duration.ZERO, slowdown.wait("a"));
        assertEquals(Duration.ofSeconds(5), slowdown.wait("c"));
    }
}
