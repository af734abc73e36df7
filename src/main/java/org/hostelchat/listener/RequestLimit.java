package org.hostelchat.listener;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits how many requests are answered at once, in all and per address. A whole hostel may share one address, behind
 * its router or an unknown proxy, so one address may use nearly all threads, but never the last ones.
 *
 * <p>Thread-safe.
 */
final class RequestLimit {

    private final int most;
    private final int mostOfAddress;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    /** @param threads how many threads answer requests */
    RequestLimit(int threads) {
        this.most = threads - threads / 15;
        this.mostOfAddress = most - threads / 15;
    }

    /**
     * Counts a request in.
     *
     * @return false if the limit is reached; otherwise {@link #release} must be called for it
     */
    boolean acquire(String address) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            return false;
        }
        var own = byAddress.merge(address, 1, Integer::sum);
        if (own <= mostOfAddress) return true;
        release(address);
        return false;
    }

    void release(String address) {
        all.decrementAndGet();
        byAddress.computeIfPresent(address, (any, count) -> count == 1 ? null : (Integer) (count - 1));
    }

    /** How many requests are being answered now. */
    int count() {
        return all.get();
    }
}
