package org.hostelchat.api;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** How many files are being sent: a slow reader occupies a thread, and the others must remain available. Thread-safe. */
final class Downloads {

    private static final int MOST = 150;

    /** Of one person, on all of their devices. */
    private static final int MOST_OF_A_PERSON = 12;

    private static final Duration SOON = Duration.ofSeconds(3);

    private final Map<Long, Integer> ofEach = new HashMap<>();
    private int all;

    /** @throws Refusal.Unavailable if {@link #begin} would throw it now */
    synchronized void check(long person) {
        if (all >= MOST || ofEach.getOrDefault(person, 0) >= MOST_OF_A_PERSON) {
            throw new Refusal.Unavailable("busy", Phrase.of("storage.busy"), SOON);
        }
    }

    /**
     * Counts one, until {@link #end}.
     *
     * @throws Refusal.Unavailable if the person, or all together, have as many as there may be; it is not counted then
     */
    synchronized void begin(long person) {
        check(person);
        all++;
        ofEach.merge(person, 1, Integer::sum);
    }

    synchronized void end(long person) {
        all--;
        ofEach.computeIfPresent(person, (id, count) -> count > 1 ? count - 1 : null);
    }
}
