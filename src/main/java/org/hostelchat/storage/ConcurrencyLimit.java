package org.hostelchat.storage;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits how many threads use the database, or do something with it that costs others a wait, at once; further ones wait
 * for a limited time.
 *
 * <p>Thread-safe. Not reentrant: a nested call may wait for itself.
 */
public final class ConcurrencyLimit {

    private final Semaphore free;
    private final Duration patience;

    /** @param inOrder whether threads are served in order of arrival, at the cost of a context switch for each */
    public ConcurrencyLimit(int most, boolean inOrder, Duration patience) {
        this.free = new Semaphore(most, inOrder);
        this.patience = patience;
    }

    /**
     * Waits for a permit and does the work.
     *
     * @throws org.hostelchat.refusal.Refusal.Unavailable if no permit is available in time
     */
    public <T> T inTurn(Supplier<T> work) {
        take();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void take() {
        try {
            if (free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw DatabaseFailures.busy();
    }
}
