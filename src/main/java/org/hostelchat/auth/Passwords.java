package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Hashes and compares passwords, at most as many at once as there are cores: more would only be slower and take 19 MiB
 * each. Further calls wait in order of arrival, so that a whole hostel can sign in after a power cut.
 *
 * <p>Never call it within a transaction: the wait may take seconds, and the database has one writer.
 */
@ApplicationScoped
public class Passwords {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(45);

    /**
     * Enough for a large hostel after a power cut. Each waiting call occupies a server thread; the server has more
     * threads than that, so the chat goes on.
     */
    private static final int MOST_WAITING = 500;

    private final Argon2id cost;
    private final Duration longestWait;
    private final int mostWaiting;
    private final Semaphore turns;
    private final String nobodys;

    public Passwords() {
        this(Argon2id.PRESENT, Runtime.getRuntime().availableProcessors(), LONGEST_WAIT, MOST_WAITING);
    }

    Passwords(Argon2id cost, int atOnce, Duration longestWait, int mostWaiting) {
        this.cost = cost;
        this.longestWait = longestWait;
        this.mostWaiting = mostWaiting;
        this.turns = new Semaphore(atOnce, true);
        this.nobodys = cost.hash(Secrets.newToken());
    }

    /**
     * @return a PHC string
     * @throws Refusal.Unavailable if the wait takes too long
     */
    public String hash(String password) {
        return inTurn(() -> cost.hash(normal(password)));
    }

    /**
     * Whether the password matches the hash. Takes the same time with and without a hash.
     *
     * @param hash the stored one, or null if there is no such account, or empty if it has no password yet: never a match
     * @throws Refusal.Unavailable if the wait takes too long
     */
    public boolean match(String password, String hash) {
        return match(password, hash, () -> {});
    }

    /** The same with a final check after the wait, during which the attempt may have become forbidden. */
    boolean match(String password, String hash, Runnable beforehand) {
        // Imported people have an empty hash until their initial password is made.
        var hasNone = hash == null || hash.isEmpty();
        return inTurn(() -> {
            beforehand.run();
            var matches = Argon2id.matches(normal(password), hasNone ? nobodys : hash);
            return matches && !hasNone;
        });
    }

    /** Whether the hash should be replaced, because the parameters have changed. */
    boolean isOutdated(String hash) {
        return cost.differsFrom(hash);
    }

    /** Normalises differences between keyboards: composed and decomposed, full-width and half-width characters. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (turns.availablePermits() == 0 && turns.getQueueLength() >= mostWaiting) throw tooManyAtOnce();
        try {
            if (!turns.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) throw tooManyAtOnce();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooManyAtOnce();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static Refusal tooManyAtOnce() {
        return new Refusal.Unavailable("too-many-at-once", Phrase.of("auth.too-many-at-once"), Duration.ofSeconds(5));
    }
}
