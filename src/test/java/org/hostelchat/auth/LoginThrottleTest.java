package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.support.MovableClock;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String HOSTEL = "10.0.0.1";

    private final MovableClock clock = new MovableClock();
    private final LoginThrottle tries = new LoginThrottle(clock);

    private void guessWrongly(String account, String address) {
        tries.refuseTooFast(account, address);
        tries.failed(account, address);
    }

    private Refusal.TooFast refused(String account, String address) {
        return assertThrows(Refusal.TooFast.class, () -> tries.refuseTooFast(account, address));
    }

    @Test
    void theFirstFiveWrongTriesAreFreeAndTheSixthWaits() {
        for (int i = 0; i < 5; i++) guessWrongly("asha", HOSTEL);
        var refusal = refused("asha", HOSTEL);
        assertEquals(429, refusal.problem().status());
        assertEquals(5, refusal.problem().retryAfter());
    }

    @Test
    void afterTheDelayTheRightPasswordClearsEverything() {
        for (int i = 0; i < 5; i++) guessWrongly("asha", HOSTEL);
        clock.moveOn(refused("asha", HOSTEL).retryAfter());
        assertDoesNotThrow(() -> tries.refuseTooFast("asha", HOSTEL));
        tries.succeeded("asha", HOSTEL);
        for (int i = 0; i < 5; i++) guessWrongly("asha", HOSTEL);
    }

    @Test
    void aHostelBehindOneAddressIsNotSlowedByOneOfThem() {
        for (int i = 0; i < 5; i++) guessWrongly("asha", HOSTEL);
        for (int i = 0; i < 500; i++) {
            var account = "resident " + i;
            assertDoesNotThrow(() -> tries.refuseTooFast(account, HOSTEL));
        }
    }

    @Test
    void guessesFromManyAddressesAreSlowedToo() {
        for (int i = 0; i < 20; i++) guessWrongly("asha", "192.0.2." + i);
        refused("asha", "198.51.100.1");
    }

    @Test
    void aFloodFromElsewhereKeepsNobodyOutForLong() {
        for (int i = 0; i < 1000; i++) tries.failed("asha", "192.0.2." + (i % 250));
        assertTrue(refused("asha", HOSTEL).retryAfter().compareTo(Duration.ofSeconds(10)) <= 0);
    }

    @Test
    void aFloodFromElsewhereDoesNotKeepOutWhoWasHereBefore() {
        tries.succeeded("asha", HOSTEL);
        for (int i = 0; i < 1000; i++) tries.failed("asha", "192.0.2." + (i % 250));
        assertDoesNotThrow(() -> tries.refuseTooFast("asha", HOSTEL));
    }
}
