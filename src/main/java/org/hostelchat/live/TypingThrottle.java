package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits how often a person may send typing notices, over all their connections. Thread-safe; holds one entry for each
 * person with open connections.
 */
@ApplicationScoped
class TypingThrottle {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(3);

    private final Map<Long, Long> toldAt = new ConcurrentHashMap<>();

    /** Whether the person may send a notice now; if so it is counted. */
    boolean tryTell(long userId, long nowNanos) {
        var may = new AtomicBoolean();
        toldAt.compute(userId, (id, before) -> {
            may.set(before == null || nowNanos - before >= PAUSE);
            return may.get() ? Long.valueOf(nowNanos) : before;
        });
        return may.get();
    }

    /** To be called when the person's last connection has closed. */
    void forget(long userId) {
        toldAt.remove(userId);
    }
}
