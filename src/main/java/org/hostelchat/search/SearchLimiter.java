package org.hostelchat.search;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Limits how many searches run at the same time: one for each person and a few for all, so that a client that searches
 * at every key press, or in a loop, does not slow down everybody else. Thread-safe; its size is fixed.
 */
final class SearchLimiter {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final long PATIENCE_MILLIS = 2_000;

    /** People share semaphores by their id. Two who share one may wait for each other for some milliseconds. */
    private static final int STRIPES = 256;

    /** A person who types on sends the next search before the last is answered. More than this come from a program. */
    private static final int MOST_WAITING = 3;

    private final Semaphore[] ofPerson =
            Stream.generate(() -> new Semaphore(1, true)).limit(STRIPES).toArray(Semaphore[]::new);
    private final Semaphore ofAll;

    /** @param most how many searches may run at the same time, of all people */
    SearchLimiter(int most) {
        this.ofAll = new Semaphore(most, true);
    }

    /**
     * Waits for its turn, for at most 2 seconds per limit, and runs the search on the caller's thread.
     *
     * @throws Refusal.TooFast if the person has too many searches waiting or one that takes too long
     * @throws Refusal.Unavailable if too many searches of others are running
     */
    <T> T inTurn(long person, Supplier<T> search) {
        var own = ofPerson[Math.floorMod(Long.hashCode(person), STRIPES)];
        if (own.getQueueLength() >= MOST_WAITING || !within(own)) {
            throw new Refusal.TooFast("too-many-searches", Phrase.of("search.too-fast"), SOON);
        }
        try {
            if (!within(ofAll)) throw new Refusal.Unavailable("search-busy", Phrase.of("search.busy"), SOON);
            try {
                return search.get();
            } finally {
                ofAll.release();
            }
        } finally {
            own.release();
        }
    }

    private static boolean within(Semaphore turn) {
        try {
            return turn.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
