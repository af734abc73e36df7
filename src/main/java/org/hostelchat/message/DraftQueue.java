package org.hostelchat.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.hostelchat.language.Phrase;
import org.hostelchat.meter.Meter;
import org.hostelchat.meter.Refused;
import org.hostelchat.refusal.Refusal;

/**
 * A bounded queue of drafts that wait for the writer, and the drafts that it is storing. Every draft is answered in
 * bounded time: see {@link #refuseOverdue} and {@link #answerSlowBatch}.
 *
 * <p>Thread-safe, with a single consumer. Times are {@link System#nanoTime()}'s.
 */
final class DraftQueue {

    /** The longest time that a draft waits to be taken. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(900);

    /** The longest time that storing may take before the authors are told that the result is unknown. */
    static final Duration LONGEST_COMMIT = Duration.ofSeconds(3);

    private static final Duration SOON = Duration.ofSeconds(1);

    /** @param answer completed once with the result; later completions have no effect */
    record Waiting(MessageDraft draft, CompletableFuture<Stored> answer, long since) {
        void refuse(Refusal why) {
            if (answer.completeExceptionally(why)) Refused.count(why.slug());
        }

        void answer(MessageBatch.Answer made) {
            if (made.refusal() != null) {
                refuse(made.refusal());
                return;
            }
            answer.complete(made.stored());
            if (made.stored().first() && draft instanceof MessageDraft.Post) Meter.POSTS.add(1);
        }
    }

    private record InHand(List<Waiting> drafts, long since) {}

    private final BlockingQueue<Waiting> queue;
    private final AtomicReference<InHand> inHand = new AtomicReference<>();

    DraftQueue(int most) {
        queue = new ArrayBlockingQueue<>(most);
    }

    /**
     * Adds a draft.
     *
     * @throws Refusal.Unavailable if the queue is full
     */
    Waiting put(MessageDraft draft, long nowNanos) {
        var waiting = new Waiting(draft, new CompletableFuture<>(), nowNanos);
        if (!queue.offer(waiting)) throw overloaded();
        return waiting;
    }

    /** @return false if the writer has already taken it */
    boolean takeBack(Waiting waiting) {
        return queue.remove(waiting);
    }

    /** Takes all waiting drafts, at most {@code most}; waits a short time for the first. Ends the batch taken before. */
    List<Waiting> take(int most) throws InterruptedException {
        inHand.set(null);
        var first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) return List.of();
        var taken = new ArrayList<Waiting>();
        taken.add(first);
        queue.drainTo(taken, most - 1);
        inHand.set(new InHand(taken, System.nanoTime()));
        return taken;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** The number of waiting drafts. */
    int size() {
        return queue.size();
    }

    /** Refuses all waiting drafts. */
    void refuseAll(Refusal why) {
        var left = new ArrayList<Waiting>();
        queue.drainTo(left);
        left.forEach(waiting -> waiting.refuse(why));
    }

    /** Refuses the drafts that have waited too long, and returns them. */
    List<MessageDraft> refuseOverdue(long nowNanos) {
        var refused = new ArrayList<MessageDraft>();
        for (Waiting first; (first = queue.peek()) != null && isOver(LONGEST_WAIT, first.since(), nowNanos); ) {
            if (!takeBack(first)) continue;
            first.refuse(overloaded());
            refused.add(first.draft());
        }
        return refused;
    }

    /**
     * If the current batch takes too long, answers its authors that the result is unknown.
     *
     * @return false if no batch takes too long
     */
    boolean answerSlowBatch(long nowNanos) {
        var taken = inHand.get();
        if (taken == null || !isOver(LONGEST_COMMIT, taken.since(), nowNanos) || !inHand.compareAndSet(taken, null))
            return false;
        taken.drafts().forEach(waiting -> waiting.refuse(noAnswerYet()));
        return true;
    }

    private static boolean isOver(Duration most, long since, long now) {
        return now - since > most.toNanos();
    }

    private static Refusal overloaded() {
        return new Refusal.Unavailable("overloaded", Phrase.of("message.overloaded"), SOON);
    }

    static Refusal noAnswerYet() {
        return new Refusal.Uncertain("no-answer-yet", Phrase.of("message.no-answer-yet"), SOON);
    }
}
