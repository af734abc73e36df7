package org.hostelchat.live;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether an object is in a queue, so that it is not queued twice. Thread-safe. */
final class QueueFlag {

    private final AtomicBoolean queued = new AtomicBoolean();

    /** @return false if it is queued already */
    boolean set() {
        return !queued.getAndSet(true);
    }

    /**
     * To be called after taking the object from the queue and before handling it: what arrives from now on queues it
     * again.
     */
    void clear() {
        queued.set(false);
    }
}
