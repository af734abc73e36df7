package org.hostelchat.listener;

import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open HTTP connections, chat WebSockets excepted. Their number is limited, and a connection is closed when a
 * request takes too long to arrive. Above the limit those that have been idle longest are closed: a browser simply
 * opens another.
 *
 * <p>Thread-safe.
 */
final class Connections {

    /**
     * Limit from the first byte of a request to the last byte of its body. A phone on a bad network sends 64 KB in a
     * few seconds. Longer for a {@link LargeBody}, by its length.
     */
    static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(20);

    /** How long a refused client may go on sending before its connection is closed. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final int most;
    private final Set<IncomingRequest> open = ConcurrentHashMap.newKeySet();

    /** @param most how many connections may be open at once */
    Connections(int most) {
        this.most = most;
    }

    void add(IncomingRequest arrival) {
        open.add(arrival);
        if (open.size() > most) makeRoom();
    }

    /** Stops tracking a connection that was closed or has become a WebSocket. */
    void remove(IncomingRequest arrival) {
        open.remove(arrival);
    }

    /** Closes a twentieth of the connections, those that have been idle longest. */
    private synchronized void makeRoom() {
        if (open.size() <= most) return;
        var now = System.nanoTime();
        open.stream()
                .filter(arrival -> arrival.stage() != IncomingRequest.Stage.ANSWERING)
                .sorted(Comparator.comparingLong(arrival -> arrival.since() - now))
                .limit(Math.max(1, most / 20))
                .forEach(this::end);
    }

    /** Closes the connections that are overdue. To be called about once a second. */
    void sweep() {
        var now = System.nanoTime();
        for (var arrival : open) {
            var age = now - arrival.since();
            var overdue =
                    switch (arrival.stage()) {
                        case RECEIVING -> age > arrival.mayTake();
                        case REFUSED -> age > LINGER.toNanos();
                        default -> false;
                    };
            if (overdue) end(arrival);
        }
    }

    void end(IncomingRequest arrival) {
        remove(arrival);
        arrival.discardLarge();
        arrival.connection().terminateSilently();
    }
}
