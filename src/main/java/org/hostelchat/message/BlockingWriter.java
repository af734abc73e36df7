package org.hostelchat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hostelchat.refusal.Refusal;

/** Submits a draft and waits until it is stored, for callers that need the result on their own thread. Thread-safe. */
@ApplicationScoped
public class BlockingWriter {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final MessageWriter writer;

    @Inject
    public BlockingWriter(MessageWriter writer) {
        this.writer = writer;
    }

    /** For the CDI proxy. */
    protected BlockingWriter() {
        this.writer = null;
    }

    /** @throws Refusal the writer's, or if there is no answer in time */
    public Stored store(MessageDraft draft) {
        try {
            return writer.submit(draft).get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) throw refusal;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DraftQueue.noAnswerYet();
        } catch (TimeoutException e) {
            throw DraftQueue.noAnswerYet();
        }
    }
}
