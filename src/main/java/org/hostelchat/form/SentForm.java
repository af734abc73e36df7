package org.hostelchat.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A submitted form and its response. Thread-safe: a double tap sends two requests at the same moment.
 *
 * <p>Repetitions wait for the response. A browser shows only the response to its last request, so when too many wait,
 * the one that has waited longest is released without it.
 */
final class SentForm {

    private static final int MOST_WAITING = 3;

    private final String content;
    private final Deque<CompletableFuture<Optional<KeptAnswer>>> waiting = new ArrayDeque<>();
    private KeptAnswer answer;
    private boolean over;
    private boolean done;

    /** @param content identifies the form's content, to recognise repetitions */
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
     * The response, when there is one; empty if it is not stored any more. Completes exceptionally for a request that
     * is released because of later ones.
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

    /** Whether the form has had its effect and must not be executed again. */
    synchronized boolean isDone() {
        return done;
    }

    /**
     * Stores the response.
     *
     * @param isDone whether the form had an effect, or may have had one
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

    /** Drops the response, which may hold a secret; that the form was executed is remembered. */
    synchronized void forgetAnswer() {
        answer = null;
    }

    synchronized int size() {
        return answer == null ? 0 : answer.body().length;
    }
}
