package org.hostelchat.search;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * One search of a person at a time, and few of all people: whoever looks for something at every letter that they type, or in a loop, keeps
 * nobody from reading. Thread-safe; holds nothing that grows.
 */
final class SearchGate {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final long PATIENCE_MILLIS = 2_000;

    /** People share these by their numbers, which costs two of them a wait of milliseconds now and then. */
    private static final int STRIPES = 256;

    /** Whoever types on asks for the next before the last has come; more that wait are of a program. */
    private static final int MOST_WAITING = 3;

    private final Semaphore[] ofPerson =
            Stream.generate(() -> new Semaphore(1, true)).limit(STRIPES).toArray(Semaphore[]::new);
    private final Semaphore ofAll;

    /** @param most how many of all people search at a time */
    SearchGate(int most) {
        this.ofAll = new Semaphore(most, true);
    }

    /**
     * Waits for its turn and searches.
     *
     * @throws Refusal.TooFast if the same person has others waiting, or their search takes too long
     * @throws Refusal.Unavailable if so many others search that its turn does not come
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
