package org.hostelchat.live;

import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps something from being in a queue twice. Thread-safe. */
final class QueueFlag {

    private final AtomicBoolean queued = new AtomicBoolean();

    /** @return false if it is queued already: then it need not be queued */
    boolean set() {
        return !queued.getAndSet(true);
    }

    /** It has been taken out, and is looked at after this call: what comes from now on has it queued again. */
    void clear() {
        queued.set(false);
    }
}
