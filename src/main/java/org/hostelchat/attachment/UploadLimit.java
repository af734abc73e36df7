package org.hostelchat.attachment;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hostelchat.storage.DatabaseFailures;

/**
 * Limits how many uploads are begun or completed at the same time, in the order of arrival: each takes a turn of those who
 * write to the database, and many at once would keep everybody's posts waiting for theirs. Thread-safe.
 */
final class UploadLimit {

    private static final int MOST = 2;

    /** The last of fifty files of the largest size waits a tenth of this. */
    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore free = new Semaphore(MOST, true);

    /**
     * Waits for its turn, and does the work on the caller's thread.
     *
     * @throws org.hostelchat.refusal.Refusal.Unavailable if the turn does not come in time
     */
    <T> T inTurn(Supplier<T> work) {
        if (!isFree()) throw DatabaseFailures.busy();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean isFree() {
        try {
            return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
