package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String REFERENCE =
            "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$FqGkmHNGCd0BRW2kBt6fPZ2pPmyGwwChL8FGUhTOSSI";
    private static final Argon2id CHEAP = new Argon2id(64, 1, 1);

    private final Passwords passwords = new Passwords(CHEAP, 2, Duration.ofMillis(200), 10);

    @Test
    void thePresentCostIsWhatOwaspAsksFor() {
        assertTrue(Argon2id.PRESENT.memory() >= 19 * 1024 && Argon2id.PRESENT.passes() >= 2);
        var hash = Argon2id.PRESENT.hash("correct horse battery");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(Argon2id.matches("correct horse battery", hash));
    }

    /** Computed by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -k 64 -p 1 -l 32}. */
    @Test
    void othersComputeTheSameHashes() {
        assertTrue(Argon2id.matches("password", REFERENCE));
        assertFalse(Argon2id.matches("Password", REFERENCE));
    }

    @Test
    void theSamePasswordHashesDifferentlyEachTime() {
        assertNotEquals(passwords.hash("correct horse battery"), passwords.hash("correct horse battery"));
    }

    @Test
    void onlyTheRightPasswordMatches() {
        var hash = passwords.hash("correct horse battery");
        assertTrue(passwords.match("correct horse battery", hash));
        assertFalse(passwords.match("correct horse batterY", hash));
        assertFalse(passwords.match("", hash));
    }

    @Test
    void anotherKeyboardTypesTheSamePassword() {
        var hash = passwords.hash("cafe\u0301 au lait");
        assertTrue(passwords.match("café au lait", hash));
        assertTrue(passwords.match("ｃａｆé\u00a0au lait", hash));
    }

    @Test
    void withoutAHashNoPasswordMatches() {
        assertFalse(passwords.match("anything at all", null));
    }

    @Test
    void whatIsNoHashMatchesNothing() {
        for (var odd : new String[] {"", "plain", "$argon2id$v=19$m=64,t=1,p=1$$", "$2a$10$abcdefghijklmnopqrstuv"}) {
            assertFalse(passwords.match("plain", odd), odd);
        }
    }

    @Test
    void aHashOfAnotherCostStillMatchesButIsOutdated() {
        var cheaper = new Argon2id(32, 1, 1).hash("correct horse battery");
        assertTrue(passwords.match("correct horse battery", cheaper));
        assertTrue(passwords.isOutdated(cheaper));
        assertFalse(passwords.isOutdated(passwords.hash("correct horse battery")));
    }

    @Test
    void noMoreAreComputedAtOnceThanThereAreTurnsAndWhoWaitsTooLongIsToldToTryAgain() throws Exception {
        var hash = passwords.hash("correct horse battery");
        var busy = new CountDownLatch(2);
        var goOn = new CountDownLatch(1);
        var atOnce = new AtomicInteger();
        var people = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2; i++) {
                people.execute(() -> passwords.match("x", hash, () -> {
                    atOnce.incrementAndGet();
                    busy.countDown();
                    await(goOn);
                }));
            }
            await(busy);
            var refusal =
                    assertThrows(Refusal.Unavailable.class, () -> passwords.match("x", hash, atOnce::incrementAndGet));
            assertEquals(503, refusal.problem().status());
            assertTrue(refusal.problem().retryAfter() > 0);
            assertEquals(2, atOnce.get());
        } finally {
            goOn.countDown();
            people.shutdown();
            assertTrue(people.awaitTermination(10, TimeUnit.SECONDS));
        }
        assertTrue(passwords.match("correct horse battery", hash), "turns are given back");
    }

    @Test
    void whereTooManyWaitTheNextOneIsToldAtOnce() throws Exception {
        var crowded = new Passwords(CHEAP, 1, Duration.ofMinutes(5), 0);
        var hash = crowded.hash("correct horse battery");
        var busy = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var person = Executors.newSingleThreadExecutor();
        try {
            person.execute(() -> crowded.match("x", hash, () -> {
                busy.countDown();
                await(goOn);
            }));
            await(busy);
            assertThrows(Refusal.Unavailable.class, () -> crowded.match("x", hash));
        } finally {
            goOn.countDown();
            person.shutdown();
            assertTrue(person.awaitTermination(10, TimeUnit.SECONDS));
        }
        assertTrue(crowded.match("correct horse battery", hash), "a free turn needs no waiting");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
