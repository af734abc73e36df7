package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.language.Phrase;
import org.hostelchat.message.DraftQueue.Waiting;
import org.hostelchat.meter.Meter;
import org.hostelchat.meter.Refused;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.DatabaseFailures;
import org.hostelchat.storage.Transactions;

/**
 * The only way to write to the log: a bounded queue, and one thread that stores all waiting drafts in one transaction,
 * completes their answers, and then calls the {@link MessageFeed}. Batches grow with the load.
 *
 * <p>Thread-safe; {@link #submit} never waits. An answer is positive only after the commit is durable. A draft that the
 * writer does not begin within a second is refused ({@link #refuseOverdue}).
 */
@ApplicationScoped
public class MessageWriter {

    private static final System.Logger LOG = System.getLogger(MessageWriter.class.getName());
    private static final Duration SOON = Duration.ofSeconds(1);

    /**
     * How long a stopping writer continues to store waiting drafts; the others are refused, and clients post them again
     * after the restart.
     */
    private static final Duration STORING = Duration.ofMillis(2_500);

    /** How long a stopping writer waits for the batch that it is storing. */
    private static final Duration IN_HAND = Duration.ofMillis(1_500);

    private final Transactions transactions;
    private final MessageFeed feed;
    private final MessageSettings settings;
    private final AuditTrail trail;
    private final Clock clock;
    private final DraftQueue queue;
    private final FloodLimit flood;
    private volatile boolean stopping;

    /** The writer does not read the queue any more. */
    private volatile boolean ended;

    private Thread thread;

    @Inject
    public MessageWriter(
            Transactions transactions, MessageFeed feed, MessageSettings settings, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.feed = feed;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
        this.queue = new DraftQueue(settings.queue());
        this.flood = new FloodLimit(settings.floodBurst(), settings.floodRate());
    }

    /** For the CDI proxy. */
    protected MessageWriter() {
        this.transactions = null;
        this.feed = null;
        this.settings = null;
        this.trail = null;
        this.clock = null;
        this.queue = null;
        this.flood = null;
    }

    /**
     * Starts the writer's thread.
     *
     * @param threads makes threads that are managed by the container
     */
    public synchronized void start(ThreadFactory threads) {
        thread = threads.newThread(this::run);
        thread.setName("hostel-writer");
        thread.start();
    }

    /**
     * Submits a draft.
     *
     * @return completed after the commit, or exceptionally with a {@link Refusal}
     * @throws Refusal immediately, if the author posts too fast, the queue is full, or the server is stopping
     */
    public CompletableFuture<Stored> submit(MessageDraft draft) {
        try {
            return take(draft);
        } catch (Refusal refusal) {
            Refused.count(refusal.slug());
            throw refusal;
        }
    }

    private CompletableFuture<Stored> take(MessageDraft draft) {
        if (stopping) throw stopping();
        if (draft.isLimited()) flood.take(draft.author().id(), System.nanoTime());
        var waiting = put(draft);
        // The draft may have been added after the writer read the queue for the last time.
        if (ended && queue.takeBack(waiting)) throw stopping();
        return waiting.answer();
    }

    private Waiting put(MessageDraft draft) {
        try {
            return queue.put(draft, System.nanoTime());
        } catch (Refusal full) {
            refundFloodToken(draft);
            throw full;
        }
    }

    /** The draft was refused for a reason that is not the author's: it does not count towards their limit. */
    private void refundFloodToken(MessageDraft draft) {
        if (draft.isLimited()) flood.refund(draft.author().id());
    }

    private static Refusal stopping() {
        return new Refusal.Unavailable("stopping", Phrase.of("message.stopping"), SOON);
    }

    /**
     * Answers drafts that have waited too long. To be called several times a second, by a thread that does not wait for
     * the database.
     */
    public void refuseOverdue(long nowNanos) {
        var refused = queue.refuseOverdue(nowNanos);
        refused.forEach(this::refundFloodToken);
        if (queue.answerSlowBatch(nowNanos) || !refused.isEmpty()) feed.answered();
    }

    /**
     * Takes no more drafts, stores the waiting ones for at most a few seconds, refuses the others, and ends the thread.
     *
     * @return false if the thread did not end, because the database hangs
     */
    public synchronized boolean stop() {
        stopping = true;
        await(STORING);
        ended = true;
        queue.refuseAll(stopping());
        feed.answered();
        await(IN_HAND);
        return thread == null || !thread.isAlive();
    }

    private void await(Duration most) {
        try {
            if (thread != null) thread.join(most.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!ended && (!stopping || !queue.isEmpty())) {
            try {
                var batch = queue.take(settings.batch());
                if (batch.isEmpty()) flood.forgetIdle(System.nanoTime());
                else commit(batch);
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException | Error e) {
                // The thread must survive any error, or nobody could post any more.
                LOG.log(System.Logger.Level.ERROR, "The writer stumbled and goes on", e);
            }
        }
    }

    /** @return what prevents the database from storing anything; null if nothing does */
    private Refusal commit(List<Waiting> batch) {
        MessageBatch.Outcome outcome;
        var begin = System.nanoTime();
        try {
            // Truncated to the precision that is stored, so that a repeat gets exactly the same answer.
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var drafts = batch.stream().map(Waiting::draft).toList();
            outcome = transactions.write(em ->
                    new MessageBatch(em, trail, transactions.keepingRows(), now.atZone(settings.zone())).store(drafts));
        } catch (RuntimeException e) {
            Meter.FAILED_COMMITS.add(1);
            return refused(batch, e);
        } catch (Error e) {
            refuseAll(batch, Refusal.Fault.of(e, LOG));
            throw e;
        }
        Meter.committed(System.nanoTime() - begin);
        for (var i = 0; i < batch.size(); i++)
            batch.get(i).answer(outcome.answers().get(i));
        if (outcome.removesText()) transactions.wordsRemoved();
        outcome.events().forEach(feed::committed);
        feed.answered();
        return null;
    }

    /** The number of drafts that wait for the writer. */
    public int waiting() {
        return queue.size();
    }

    /**
     * Called when the database refused the batch as a whole. If it cannot store anything at present, all authors are
     * asked to try again. Otherwise one of the drafts is the cause, and storing them one by one finds out which.
     */
    private Refusal refused(List<Waiting> batch, RuntimeException e) {
        if (e instanceof Refusal.Unavailable unavailable) {
            LOG.log(System.Logger.Level.WARNING, "{0} drafts were not stored: {1}", batch.size(), unavailable.slug());
            refuseAll(batch, unavailable);
            return unavailable;
        }
        if (batch.size() > 1) return commitOneByOne(batch);
        if (e instanceof Refusal.Conflict) {
            // A draft that caused a conflict gets its proper answer when it is sent again.
            refuseAll(batch, DatabaseFailures.unknown());
        } else {
            refuseAll(batch, Refusal.Fault.of(e, LOG));
        }
        return null;
    }

    private Refusal commitOneByOne(List<Waiting> batch) {
        for (var next = 1; next <= batch.size(); next++) {
            var trouble = commit(batch.subList(next - 1, next));
            if (trouble == null) continue;
            refuseAll(batch.subList(next, batch.size()), trouble);
            return trouble;
        }
        return null;
    }

    private void refuseAll(List<Waiting> batch, Refusal why) {
        batch.forEach(waiting -> waiting.refuse(why));
        feed.answered();
    }
}
