package org.hostelchat.form;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hostelchat.auth.SignedIn;

/**
 * A form that was sent, and what came of it. Thread-safe: two taps may arrive at the same moment.
 *
 * <p>Those that come while it is being worked on wait for its answer. A browser shows only what it asked for last, so that of
 * many who wait the one that came first is let go.
 */
final class SentForm {

    private static final int MOST_WAITING = 4;

    private final String content;
    private final long owner;
    private final Instant at;
    private final Deque<CompletableFuture<Optional<KeptAnswer>>> waiting = new ArrayDeque<>();
    private KeptAnswer answer;
    private SignedIn signedIn;
    private boolean over;

    /**
     * @param content what was in it, to tell whether the same is sent again
     * @param owner the number of the account that sent it; 0 if nobody was signed in
     */
    SentForm(String content, long owner, Instant at) {
        this.content = content;
        this.owner = owner;
        this.at = at;
    }

    Instant at() {
        return at;
    }

    boolean hasContent(String other) {
        return content.equals(other);
    }

    /** Whose it is: who sent it, or who signed in with it. */
    synchronized boolean isOf(long caller) {
        return caller == owner || (signedIn != null && caller == signedIn.caller().id());
    }

    /** By whose number to count; 0 while nobody is known. */
    synchronized long countedFor() {
        return owner != 0 || signedIn == null ? owner : signedIn.caller().id();
    }

    /** The sign-in that it brought about, or null. */
    synchronized SignedIn signedIn() {
        return signedIn;
    }

    synchronized boolean isUnderWay() {
        return !over;
    }

    synchronized int size() {
        return answer == null ? 0 : answer.body().length;
    }

    /**
     * What will be answered; empty if that is for the one who asks to find out anew. Completes exceptionally for who waits in
     * vain, since others came later.
     */
    synchronized CompletableFuture<Optional<KeptAnswer>> answer() {
        if (over) return CompletableFuture.completedFuture(Optional.ofNullable(answer));
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst().completeExceptionally(new IllegalStateException("others came later"));
        }
        var future = new CompletableFuture<Optional<KeptAnswer>>();
        waiting.addLast(future);
        return future;
    }

    /**
     * It is answered, or could not be.
     *
     * @param given null if the server failed
     * @param session the sign-in that it brought about, or null
     */
    void finish(KeptAnswer given, SignedIn session) {
        Deque<CompletableFuture<Optional<KeptAnswer>>> all;
        synchronized (this) {
            answer = given;
            signedIn = session;
            over = true;
            all = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        all.forEach(future -> future.complete(Optional.ofNullable(given)));
    }
}
