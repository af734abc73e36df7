package org.hostelchat.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.hostelchat.live.transport.Frame;

/**
 * The rooms that one connection listens to. Only rooms with new events are visited, so the cost of a connection does
 * not depend on how many rooms its person is in. Not thread-safe: guarded by its {@link Connection}.
 */
final class Subscriptions {

    /** How many rooms that the person has left are remembered, the latest ones. */
    private static final int MOST_LEFT = 1_000;

    /**
     * The amount of events after which one write is considered full, in bytes: a slow connection must be able to
     * complete a write before it is considered stuck.
     */
    private static final int ENOUGH_BYTES = 64 * 1024;

    /** Ascending by room id. */
    private final List<Subscription> all = new ArrayList<>(2);

    /** Rooms that may have events that were not sent. Each is queued at most once. */
    private final Queue<Subscription> due = new ArrayDeque<>(2);

    /** Rooms joined or left while the greeting is being prepared: what it has read of them is outdated. */
    private Set<Long> changedMeanwhile = Set.of();

    /** Rooms that the connection listened to before. */
    private final Set<Long> left = new LinkedHashSet<>(0);

    private boolean over;

    /**
     * Starts listening to a room after the number held. If it listens already, continues after that number.
     *
     * @return false if the given subscription is not needed
     */
    boolean add(Subscription subscription, long held, long read) {
        if (over || changedMeanwhile.contains(subscription.room())) return false;
        var at = indexOf(subscription.room());
        var known = at >= 0 ? all.get(at) : subscription;
        known.startAfter(held, read);
        if (at < 0) all.add(-at - 1, subscription);
        // For events since it was registered with the hub.
        markDue(known);
        return known == subscription;
    }

    /** Whether the connection listens to the room or did until recently, so that its client may still refer to it. */
    boolean knows(long room) {
        return left.contains(room) || indexOf(room) >= 0;
    }

    Subscription find(long room) {
        var at = indexOf(room);
        return at < 0 ? null : all.get(at);
    }

    /** The hub of a room that the connection listens to; null if it does not. */
    RoomHub hub(long room) {
        var found = find(room);
        return found == null ? null : found.hub();
    }

    /** As {@link Subscription#read}; 0 if the connection does not listen to the room. */
    long read(long room, long seq) {
        var found = find(room);
        return found == null ? 0 : found.read(seq);
    }

    /** The person has read up to a number on another connection. Repeated calls cause one frame only. */
    boolean oweRead(long room, long seq) {
        var found = find(room);
        if (found == null || !found.oweRead(seq)) return false;
        markDue(found);
        return true;
    }

    /** As {@link Subscription#readBack}; false if the connection does not listen to the room. */
    boolean readBack(long room, long seq, boolean elsewhere) {
        var found = find(room);
        if (found == null || !found.readBack(seq, elsewhere)) return false;
        if (elsewhere) markDue(found);
        return true;
    }

    private int indexOf(long room) {
        var low = 0;
        var high = all.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var there = all.get(middle).room();
            if (there == room) return middle;
            if (there < room) low = middle + 1;
            else high = middle - 1;
        }
        return -low - 1;
    }

    /**
     * Stops listening to a room.
     *
     * @return the subscription, which must be unregistered from its hub; null if there was none
     */
    Subscription remove(long room) {
        var at = indexOf(room);
        if (at < 0) return null;
        noteLeft(room);
        var removed = all.remove(at);
        due.remove(removed);
        removed.end();
        return removed;
    }

    private void noteLeft(long room) {
        if (left.size() == MOST_LEFT) left.remove(left.iterator().next());
        left.add(room);
    }

    /** Stops listening to all rooms for good; none can be added afterwards. */
    List<Subscription> removeAll() {
        over = true;
        due.clear();
        var removed = List.copyOf(all);
        removed.forEach(Subscription::end);
        all.clear();
        return removed;
    }

    /** While the greeting is being prepared: the membership of this room may have changed. */
    void noteChange(long room) {
        if (changedMeanwhile.isEmpty()) changedMeanwhile = new HashSet<>();
        changedMeanwhile.add(room);
    }

    /** Returns and clears the rooms that changed while the greeting was being prepared. */
    Set<Long> takeChangedMeanwhile() {
        var changed = changedMeanwhile;
        changedMeanwhile = Set.of();
        changed.forEach(this::noteLeft);
        return changed;
    }

    /** Queues a subscription that listens, unless it is queued already. */
    void markDue(Subscription subscription) {
        if (subscription.becomeDue()) due.add(subscription);
    }

    /** Adds pending events until one write is full; the rooms that remain are first in the next write. */
    void collect(List<Frame> frames) {
        var bytes = 0;
        for (var looks = due.size(); looks > 0 && bytes < ENOUGH_BYTES; looks--) {
            var next = due.remove();
            bytes += next.collect(frames);
            if (next.remainsDue()) due.add(next);
            else next.looked();
        }
    }
}
