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
import org.hostelchat.meter.Refused;
import org.hostelchat.refusal.Refusal;

/**
 * The drafts that wait for the writer, so many at the most, and those that it has in hand. None goes without an answer for long:
 * see {@link #refuseOverdue} and {@link #disownHanging}.
 *
 * <p>Thread-safe; one thread takes. Times are {@link System#nanoTime()}'s.
 */
final class DraftQueue {

    /** How long a draft waits to be taken. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(900);

    /** How long what was taken may take, before its posters are told that nobody knows. */
    static final Duration LONGEST_COMMIT = Duration.ofSeconds(3);

    private static final Duration SOON = Duration.ofSeconds(1);

    /** @param answer completed once, with what became of the draft; later answers come to nothing */
    record Waiting(MessageDraft draft, CompletableFuture<Stored> answer, long since) {
        void refuse(Refusal why) {
            if (answer.completeExceptionally(why)) Refused.count(why.slug());
        }
    }

    private record InHand(List<Waiting> drafts, long since) {}

    private final BlockingQueue<Waiting> queue;
    private final AtomicReference<InHand> inHand = new AtomicReference<>();

    DraftQueue(int most) {
        queue = new ArrayBlockingQueue<>(most);
    }

    /**
     * Takes a draft in.
     *
     * @throws Refusal.Unavailable if too many wait
     */
    Waiting put(MessageDraft draft, long nowNanos) {
        var waiting = new Waiting(draft, new CompletableFuture<>(), nowNanos);
        if (!queue.offer(waiting)) throw overloaded();
        return waiting;
    }

    /** @return false if it has been taken already */
    boolean takeBack(Waiting waiting) {
        return queue.remove(waiting);
    }

    /** All that wait, up to a number; waits a little for the first. What was taken before is done with. */
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

    /** How many wait. */
    int size() {
        return queue.size();
    }

    /** Refuses all that wait. */
    void refuseAll(Refusal why) {
        var left = new ArrayList<Waiting>();
        queue.drainTo(left);
        left.forEach(waiting -> waiting.refuse(why));
    }

    /** Refuses what has waited for too long, and returns it. */
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
     * Says of what takes too long that nobody knows whether it will be stored.
     *
     * @return false if nothing does
     */
    boolean disownHanging(long nowNanos) {
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
