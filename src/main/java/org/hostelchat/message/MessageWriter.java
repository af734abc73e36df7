package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hostelchat.account.AuditLog;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.StorageTrouble;
import org.hostelchat.storage.Transactions;

/**
 * The one way into the log on this node: a bounded queue, and one thread that commits all that waits in one transaction,
 * answers, and then tells the {@link MessageFeed}. The busier it is, the larger its batches.
 *
 * <p>Thread-safe; {@link #submit} never waits. An answer is given only after the commit is durable.
 */
@ApplicationScoped
public class MessageWriter {

    private static final System.Logger LOG = System.getLogger(MessageWriter.class.getName());
    private static final Duration SOON = Duration.ofSeconds(1);

    /** How long a stopping writer goes on storing what waits; the rest is refused, to be posted again after the restart. */
    private static final Duration STORING = Duration.ofSeconds(4);

    /** How long a stopping writer may take for the batch that it has in hand. */
    private static final Duration IN_HAND = Duration.ofSeconds(4);

    private record Waiting(MessageDraft draft, CompletableFuture<Stored> answer) {}

    private final Transactions transactions;
    private final MessageFeed feed;
    private final MessageSettings settings;
    private final AuditLog audit;
    private final BlockingQueue<Waiting> queue;
    private final FloodLimit flood;
    private volatile boolean stopping;

    /** The queue is not looked at any more. */
    private volatile boolean ended;

    private Thread thread;

    @Inject
    public MessageWriter(Transactions transactions, MessageFeed feed, MessageSettings settings, AuditLog audit) {
        this.transactions = transactions;
        this.feed = feed;
        this.settings = settings;
        this.audit = audit;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.flood = new FloodLimit(settings.floodBurst(), settings.floodRate());
    }

    /** For the container's proxy. */
    protected MessageWriter() {
        this.transactions = null;
        this.feed = null;
        this.settings = null;
        this.audit = null;
        this.queue = null;
        this.flood = null;
    }

    /** Starts the writer's thread, on one that the container knows. */
    public synchronized void start(java.util.concurrent.ThreadFactory threads) {
        thread = threads.newThread(this::run);
        thread.setName("hostel-writer");
        thread.start();
    }

    /**
     * Hands a draft in.
     *
     * @return completed after the commit, or exceptionally with a {@link Refusal}
     * @throws Refusal at once, if the author is too fast, the queue is full, or the house is closing
     */
    public CompletableFuture<Stored> submit(MessageDraft draft) {
        if (stopping) throw stopping();
        if (draft.isLimited()) flood.take(draft.author().id(), System.nanoTime());
        var answer = new CompletableFuture<Stored>();
        var waiting = new Waiting(draft, answer);
        if (!queue.offer(waiting)) {
            if (draft.isLimited()) flood.giveBack(draft.author().id());
            throw new Refusal.Unavailable(
                    "overloaded", "More is being written than can be stored just now. Try again in a moment.", SOON);
        }
        // It may have come in after the writer looked for the last time.
        if (ended && queue.remove(waiting)) throw stopping();
        return answer;
    }

    private static Refusal stopping() {
        return new Refusal.Unavailable("stopping", "The chat is restarting. Try again in a moment.", SOON);
    }

    /** Takes no more drafts, stores what waits, as far as a few seconds allow, refuses the rest, and ends. */
    public synchronized void stop() {
        stopping = true;
        await(STORING);
        ended = true;
        refuseAll(drain(), stopping());
        await(IN_HAND);
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
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    flood.forgetIdle(System.nanoTime());
                    continue;
                }
                var batch = new ArrayList<Waiting>();
                batch.add(first);
                queue.drainTo(batch, settings.batch() - 1);
                commit(batch);
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException | Error e) {
                // Whatever it is, the writer must not die of it: nobody could post any more.
                LOG.log(System.Logger.Level.ERROR, "The writer stumbled and goes on", e);
            }
        }
    }

    private void commit(List<Waiting> batch) {
        MessageBatch.Outcome outcome;
        try {
            // As exact as it will be read back, so that a repeat gets the very same answer.
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            var drafts = batch.stream().map(Waiting::draft).toList();
            outcome = transactions.write(em -> new MessageBatch(em, now).store(drafts));
        } catch (RuntimeException e) {
            refused(batch, e);
            return;
        } catch (Error e) {
            refuseAll(batch, Refusal.Fault.of(e, LOG));
            throw e;
        }
        for (var i = 0; i < batch.size(); i++)
            answer(batch.get(i), outcome.answers().get(i));
        outcome.events().forEach(feed::committed);
        feed.answered();
    }

    private void answer(Waiting waiting, Object answer) {
        if (answer instanceof Stored stored) {
            waiting.answer().complete(stored);
            if (stored.first()) recordIfOfficial(waiting.draft());
        } else {
            waiting.answer().completeExceptionally((Refusal) answer);
        }
    }

    /** What an official takes from the log, perhaps of somebody else's, leaves a trace elsewhere. */
    private void recordIfOfficial(MessageDraft draft) {
        if (draft instanceof MessageDraft.Delete delete && draft.author().isAdmin()) {
            audit.record("message-deleted", draft.author(), "room", draft.room(), "seq", delete.target());
        }
    }

    /**
     * The database refused the batch as a whole. If it can store nothing just now, all its posters are asked to try again;
     * otherwise one draft is at fault, and storing them one by one finds out which.
     */
    private void refused(List<Waiting> batch, RuntimeException e) {
        if (e instanceof Refusal.Unavailable unavailable) {
            LOG.log(System.Logger.Level.WARNING, "{0} drafts were not stored: {1}", batch.size(), unavailable.slug());
            refuseAll(batch, unavailable);
        } else if (batch.size() > 1) {
            batch.forEach(waiting -> commit(List.of(waiting)));
        } else if (e instanceof Refusal.Conflict) {
            // What contradicted the draft shows at the next try, which then gets its proper answer.
            refuseAll(batch, StorageTrouble.unknown());
        } else {
            refuseAll(batch, Refusal.Fault.of(e, LOG));
        }
    }

    private List<Waiting> drain() {
        var left = new ArrayList<Waiting>();
        queue.drainTo(left);
        return left;
    }

    private void refuseAll(List<Waiting> batch, Refusal why) {
        batch.forEach(waiting -> waiting.answer().completeExceptionally(why));
        feed.answered();
    }
}
