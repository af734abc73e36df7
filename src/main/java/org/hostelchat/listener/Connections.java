package org.hostelchat.listener;

import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open connections that are no sockets of the chat's: bounded, and ended when a request takes too long to arrive. When there are too
 * many, those that have waited longest give way: an idle one costs a browser nothing, it opens another.
 *
 * <p>Thread-safe.
 */
final class Connections {

    /** From the first byte of a request to the last one of its body. A phone on a bad line sends 64 KB in a few seconds. */
    static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(20);

    /** What a client that was refused may still send, before the connection ends. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final int most;
    private final Set<Arrival> open = ConcurrentHashMap.newKeySet();

    /** @param most how many there may be */
    Connections(int most) {
        this.most = most;
    }

    void add(Arrival arrival) {
        open.add(arrival);
        if (open.size() > most) makeRoom();
    }

    /** It has ended, or is a socket from now on. */
    void remove(Arrival arrival) {
        open.remove(arrival);
    }

    /** Ends a twentieth of them, those first that have waited longest. */
    private synchronized void makeRoom() {
        if (open.size() <= most) return;
        var now = System.nanoTime();
        open.stream()
                .filter(arrival -> arrival.stage() != Arrival.Stage.ANSWERING)
                .sorted(Comparator.comparingLong(arrival -> arrival.since() - now))
                .limit(Math.max(1, most / 20))
                .forEach(this::end);
    }

    /** Ends those that are overdue. To be called every second or so. */
    void sweep() {
        var now = System.nanoTime();
        for (var arrival : open) {
            var age = now - arrival.since();
            var overdue =
                    switch (arrival.stage()) {
                        case RECEIVING -> age > LONGEST_ARRIVAL.toNanos();
                        case REFUSED -> age > LINGER.toNanos();
                        default -> false;
                    };
            if (overdue) end(arrival);
        }
    }

    void end(Arrival arrival) {
        remove(arrival);
        arrival.connection().terminateSilently();
    }
}
