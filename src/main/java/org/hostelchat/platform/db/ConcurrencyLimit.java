package org.hostelchat.platform.db;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hostelchat.storage.StorageTrouble;

/**
 * Lets so many work with the database at a time; the others wait, but not for long.
 *
 * <p>Thread-safe. Whoever asks for another turn within one waits for itself.
 */
final class ConcurrencyLimit {

    private final Semaphore free;
    private final Duration patience;

    /** @param inOrder first come, first served, at the price of waking a thread for each */
    ConcurrencyLimit(int most, boolean inOrder, Duration patience) {
        this.free = new Semaphore(most, inOrder);
        this.patience = patience;
    }

    /**
     * Waits for its turn and does the work.
     *
     * @throws org.hostelchat.refusal.Refusal.Unavailable if its turn does not come soon
     */
    <T> T inTurn(Supplier<T> work) {
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
        throw StorageTrouble.busy();
    }
}
