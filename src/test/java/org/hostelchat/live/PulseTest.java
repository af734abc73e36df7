package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PulseTest {

    /** As good a beginning as any: {@link System#nanoTime()} may be negative, and may pass through zero. */
    private static final long BEGIN = -20_000_000_000L;

    private final Pulse pulse = new Pulse(BEGIN);

    @Test
    void whoHasSpokenIsNotAsked() {
        assertFalse(pulse.ask(at(15)));
        pulse.heard(at(14));
        assertFalse(pulse.ask(at(28)));
    }

    @Test
    void whoIsSilentIsAskedEveryFifteenSecondsAndGivenUpAfterFifty() {
        assertTrue(pulse.ask(at(16)));
        assertFalse(pulse.ask(at(17)));
        assertTrue(pulse.ask(at(32)));
        assertTrue(pulse.ask(at(48)));
        assertFalse(pulse.isDead(at(50)));
        assertTrue(pulse.isDead(at(54)));
    }

    @Test
    void aLookThatComesLateAsksAllTheSame() {
        assertFalse(pulse.ask(at(14)));
        assertTrue(pulse.ask(at(22)));
    }

    @Test
    void whoWasNeverAskedIsNotDead() {
        assertFalse(pulse.isDead(at(120)));
    }

    @Test
    void whoWasAskedLateHasTimeToAnswer() {
        assertTrue(pulse.ask(at(120)));
        assertFalse(pulse.isDead(at(124)));
        assertTrue(pulse.isDead(at(126)));
    }

    @Test
    void whoHasAnsweredIsAskedAnew() {
        assertTrue(pulse.ask(at(16)));
        pulse.heard(at(17));
        assertFalse(pulse.isDead(at(120)));
        assertFalse(pulse.ask(at(32)));
        assertTrue(pulse.ask(at(33)));
    }

    private static long at(long seconds) {
        return BEGIN + TimeUnit.SECONDS.toNanos(seconds);
    }
}
