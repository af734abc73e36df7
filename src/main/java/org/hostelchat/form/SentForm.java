package org.hostelchat.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A form that was sent, and what came of it. Thread-safe: two taps may arrive at the same moment.
 *
 * <p>Those that come while it is being worked on wait for its answer. A browser shows only what it asked for last, so that of
 * many who wait the one that came first is let go.
 */
final class SentForm {

    private static final int MOST_WAITING = 3;

    private final String content;
    private final Deque<CompletableFuture<Optional<KeptAnswer>>> waiting = new ArrayDeque<>();
    private KeptAnswer answer;
    private boolean over;
    private boolean done;

    /** @param content what was in it, to tell whether the same is sent again */
    SentForm(String content) {
        this.content = content;
    }

    boolean hasContent(String other) {
        return content.equals(other);
    }

    synchronized boolean isUnderWay() {
        return !over;
    }

    /**
     * What was answered, or will be; empty where that is not kept any more. Completes exceptionally for who waits in vain, since
     * others came later.
     */
    CompletableFuture<Optional<KeptAnswer>> answer() {
        CompletableFuture<Optional<KeptAnswer>> letGo = null;
        var future = new CompletableFuture<Optional<KeptAnswer>>();
        synchronized (this) {
            if (over) return CompletableFuture.completedFuture(Optional.ofNullable(answer));
            if (waiting.size() == MOST_WAITING) letGo = waiting.removeFirst();
            waiting.addLast(future);
        }
        if (letGo != null) letGo.completeExceptionally(new IllegalStateException("others came later"));
        return future;
    }

    /** Whether it is answered, and must not be carried out again. */
    synchronized boolean isDone() {
        return done;
    }

    /**
     * It is answered.
     *
     * @param isDone whether it did something, or may have
     */
    void finish(KeptAnswer given, boolean isDone) {
        Deque<CompletableFuture<Optional<KeptAnswer>>> all;
        synchronized (this) {
            answer = given;
            over = true;
            done = isDone;
            all = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        all.forEach(future -> future.complete(Optional.of(given)));
    }

    /** Only that it was done stays known, and not what was answered, which may hold a secret. */
    synchronized void forgetAnswer() {
        answer = null;
    }

    synchronized int size() {
        return answer == null ? 0 : answer.body().length;
    }
}
