package org.hostelchat.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.hostelchat.storage.StorageTrouble;

/**
 * Has this process's writers take turns, first come, first served. Left to themselves they would sleep and look again whether
 * SQLite's lock is free, and beside a room in full swing, which takes it again at once, hardly ever get it.
 *
 * <p>Thread-safe.
 */
final class WriteTurns {

    /** Together with {@link HostelDataSource#BUSY_TIMEOUT_MILLIS} a second, within which a post is answered. */
    private static final Duration PATIENCE = Duration.ofMillis(600);

    private final ReentrantLock turn = new ReentrantLock(true);

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
            turn.unlock();
        }
    }

    private void take() {
        try {
            if (turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw StorageTrouble.busy();
    }
}
