package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** How often a person, on whichever line, may tell of being about to write. Thread-safe; bounded by the people with open lines. */
@ApplicationScoped
class TypingThrottle {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(3);

    private final Map<Long, Long> toldAt = new ConcurrentHashMap<>();

    /** Takes the person's turn, if it has come. */
    boolean tryTell(long userId, long nowNanos) {
        var may = new AtomicBoolean();
        toldAt.compute(userId, (id, before) -> {
            may.set(before == null || nowNanos - before >= PAUSE);
            return may.get() ? Long.valueOf(nowNanos) : before;
        });
        return may.get();
    }

    /** The person has no line any more. */
    void forget(long userId) {
        toldAt.remove(userId);
    }
}
