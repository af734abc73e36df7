package org.hostelchat.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hostelchat.message.RoomEvent;

/**
 * The listeners of one room and the ring that they are fed from. Created for the first listener and removed with the
 * last ({@link RoomHubs}); a room without listeners has none.
 *
 * <p>Thread-safe.
 */
final class RoomHub {

    private final RoomBroadcast broadcast;
    private final Set<Subscription> listeners = ConcurrentHashMap.newKeySet(1);
    private final QueueFlag queued = new QueueFlag();

    RoomHub(RoomBroadcast broadcast) {
        this.broadcast = broadcast;
    }

    long room() {
        return broadcast.room();
    }

    /** The last number that can be sent; {@link FrameRing#UNKNOWN} in a hub that has not begun. */
    long head() {
        return broadcast.head();
    }

    boolean hasBegun() {
        return head() != FrameRing.UNKNOWN;
    }

    /** See {@link RoomBroadcast#begin}. */
    void begin(long last) {
        broadcast.begin(last);
    }

    void committed(List<RoomEvent> events) {
        broadcast.committed(events);
    }

    void catchUpWithLog() {
        broadcast.catchUpWithLog();
    }

    void reachBackTo(long offset) {
        broadcast.reachBackTo(offset);
    }

    /** The next frame for a connection that holds this number; see {@link FrameRing#after}. */
    Batch after(long offset) {
        return broadcast.after(offset);
    }

    void add(Subscription listener) {
        listeners.add(listener);
    }

    /** @return true if no listener is left */
    boolean remove(Subscription listener) {
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    void forEachListener(Consumer<Subscription> what) {
        listeners.forEach(what);
    }

    /** Whether the hub is queued for the dispatcher. */
    QueueFlag queued() {
        return queued;
    }
}
