package org.hostelchat.listener;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests are being answered, in all and of one address. A hostel is one address, behind its router or a proxy that is not known, so an
 * address may take nearly all; what it can't take is the last of them.
 *
 * <p>Thread-safe.
 */
final class RequestLimit {

    private final int most;
    private final int mostOfAddress;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    /** @param threads that answer requests */
    RequestLimit(int threads) {
        this.most = threads - threads / 15;
        this.mostOfAddress = most - threads / 15;
    }

    /** @return false if that is one too many; otherwise to be given back by {@link #release} */
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

    /** How many are being answered. */
    int count() {
        return all.get();
    }
}
