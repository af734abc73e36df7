package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LivenessTest {

    /** As good a beginning as any: {@link System#nanoTime()} may be negative, and may pass through zero. */
    private static final long BEGIN = -20_000_000_000L;

    private final Liveness pulse = new Liveness(BEGIN);

    @Test
    void whoHasSpokenIsNotAsked() {
        assertFalse(pulse.takeAsk(at(15)));
        pulse.heard(at(14));
        assertFalse(pulse.takeAsk(at(28)));
    }

    @Test
    void whoIsSilentIsAskedEveryFifteenSecondsAndGivenUpWithinAMinute() {
        var asked = 0;
        var dead = 0L;
        for (var second = 1; dead == 0 && second < 100; second++) {
            if (pulse.checkDead(at(second))) dead = second;
            else if (pulse.takeAsk(at(second))) asked++;
        }
        assertEquals(3, asked);
        assertTrue(dead > 50 && dead < 60, "after " + dead + " s");
    }

    @Test
    void aLookThatComesLateAsksAllTheSame() {
        assertFalse(pulse.takeAsk(at(14)));
        assertTrue(pulse.takeAsk(at(22)));
    }

    @Test
    void whoWasNeverAskedIsNotDead() {
        for (var second = 1; second < 120; second++) assertFalse(pulse.checkDead(at(second)));
    }

    @Test
    void whoWasAskedLateHasTimeToAnswer() {
        assertTrue(pulse.takeAsk(at(120)));
        for (var second = 121; second <= 125; second++) assertFalse(pulse.checkDead(at(second)));
        assertTrue(pulse.checkDead(at(126)));
    }

    @Test
    void aPauseOfTheWholeServerIsNotTheOthersSilence() {
        assertTrue(pulse.takeAsk(at(16)));
        assertFalse(pulse.checkDead(at(17)));
        assertFalse(pulse.checkDead(at(90)));
        assertTrue(pulse.takeAsk(at(90)));
        pulse.heard(at(91));
        for (var second = 91; second < 106; second++) assertFalse(pulse.checkDead(at(second)));
    }

    @Test
    void whoHasAnsweredIsAskedAnew() {
        assertTrue(pulse.takeAsk(at(16)));
        pulse.heard(at(17));
        assertFalse(pulse.takeAsk(at(32)));
        assertTrue(pulse.takeAsk(at(33)));
    }

    private static long at(long seconds) {
        return BEGIN + TimeUnit.SECONDS.toNanos(seconds);
    }
}
