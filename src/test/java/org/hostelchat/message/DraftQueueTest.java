package org.hostelchat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.hostelchat.message.DraftQueue.Waiting;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** Every draft is answered in bounded time, whatever the database does. */
class DraftQueueTest {

    private static final Caller ASHA = new Caller(7, "Asha", Role.STUDENT, false);
    private static final long WAIT = DraftQueue.LONGEST_WAIT.toNanos();

    private final DraftQueue queue = new DraftQueue(3);
    private final long now = System.nanoTime();

    @Test
    void theQueueIsBounded() {
        for (var i = 0; i < 3; i++) put(now);
        assertEquals(
                "overloaded",
                assertThrows(Refusal.Unavailable.class, () -> put(now)).slug());
    }

    @Test
    void whatWaitsTooLongIsRefusedAndNotStored() throws InterruptedException {
        var old = put(now);
        var young = put(now + WAIT);
        assertEquals(List.of(old.draft()), queue.refuseOverdue(now + WAIT + 1));

        assertEquals("overloaded", refusal(old));
        assertEquals(1, queue.take(10).size());
        assertFalse(young.answer().isDone());
    }

    @Test
    void whatIsNotOverdueWaitsOn() {
        var young = put(now);
        assertEquals(List.of(), queue.refuseOverdue(now + WAIT));
        assertFalse(young.answer().isDone());
    }

    @Test
    void ofWhatIsInHandForTooLongNobodyKnows() throws InterruptedException {
        var draft = put(now);
        queue.take(10);
        var since = System.nanoTime();
        assertFalse(queue.answerSlowBatch(since), "it has just been taken");
        assertTrue(queue.answerSlowBatch(since + DraftQueue.LONGEST_COMMIT.toNanos() + 1));

        assertEquals("no-answer-yet", refusal(draft));
        assertFalse(queue.answerSlowBatch(since + 2 * DraftQueue.LONGEST_COMMIT.toNanos()), "that has been said");
    }

    @Test
    void aBatchThatEndedInTimeIsNotAnsweredAsSlow() throws InterruptedException {
        var draft = put(now);
        queue.take(10);
        assertTrue(queue.take(10).isEmpty());
        assertFalse(queue.answerSlowBatch(System.nanoTime() + 2 * DraftQueue.LONGEST_COMMIT.toNanos()));
        assertFalse(draft.answer().isDone());
    }

    private Waiting put(long at) {
        return queue.put(new MessageDraft.Post(ASHA, 1, UUID.randomUUID(), "tea?"), at);
    }

    private static String refusal(Waiting waiting) {
        var failure =
                assertThrows(CompletionException.class, () -> waiting.answer().join());
        return ((Refusal) failure.getCause()).slug();
    }
}
