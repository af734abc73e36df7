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
 * The rooms that one line listens to. Only those are looked at in which something has happened: what a line costs does not
 * depend on how many rooms its person is in. Not thread-safe: its {@link Connection} sees to that.
 */
final class Subscriptions {

    /** So many rooms that it was in are kept in mind, the last ones. */
    private static final int MOST_LEFT = 1_000;

    /** So much in one write is enough: a slow line is to finish it before it is taken for stuck. */
    private static final int ENOUGH_BYTES = 64 * 1024;

    /** Ascending by room. */
    private final List<Subscription> all = new ArrayList<>(2);

    /** In which something may have happened that the client has not got. Each at most once. */
    private final Queue<Subscription> due = new ArrayDeque<>(2);

    /** Rooms that the person came into or left while the greeting was put together: what it has looked up of them is worth nothing. */
    private Set<Long> changedMeanwhile = Set.of();

    /** That the line was in at some time. */
    private final Set<Long> left = new LinkedHashSet<>(0);

    private boolean over;

    /**
     * From now on the line is told what happens in the room after the number held. In a room that it is in already it goes on
     * after that number.
     *
     * @return false if the subscription given is not needed
     */
    boolean add(Subscription subscription, long held, long read) {
        if (over || changedMeanwhile.contains(subscription.room())) return false;
        var at = indexOf(subscription.room());
        var known = at >= 0 ? all.get(at) : subscription;
        known.startAfter(held, read);
        if (at < 0) all.add(-at - 1, subscription);
        // Whatever happened since it was registered with the room.
        markDue(known);
        return known == subscription;
    }

    /** Whether the line is in the room or, not too long ago, was: its client may still speak of it. */
    boolean knows(long room) {
        return left.contains(room) || indexOf(room) >= 0;
    }

    Subscription find(long room) {
        var at = indexOf(room);
        return at < 0 ? null : all.get(at);
    }

    /** The room to which the line listens; null if it does not. */
    RoomHub hub(long room) {
        var found = find(room);
        return found == null ? null : found.hub();
    }

    /** As {@link Subscription#read}; 0 if the line does not listen to the room. */
    long read(long room, long seq) {
        var found = find(room);
        return found == null ? 0 : found.read(seq);
    }

    /** The person has read up to a number on another line: one frame is owed for it, however often that happens. */
    boolean oweRead(long room, long seq) {
        var found = find(room);
        if (found == null || !found.oweRead(seq)) return false;
        markDue(found);
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
     * From now on nothing is told of the room.
     *
     * @return what has to be unregistered; null if the line was not in the room
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

    /** Nothing is told any more, of no room, and none can be added. */
    List<Subscription> removeAll() {
        over = true;
        due.clear();
        var removed = List.copyOf(all);
        removed.forEach(Subscription::end);
        all.clear();
        return removed;
    }

    /** While the greeting is put together: the person came into the room or left it, or may have. */
    void noteChange(long room) {
        if (changedMeanwhile.isEmpty()) changedMeanwhile = new HashSet<>();
        changedMeanwhile.add(room);
    }

    /** From now on what is told is no older than what is looked up. */
    Set<Long> takeChangedMeanwhile() {
        var changed = changedMeanwhile;
        changedMeanwhile = Set.of();
        changed.forEach(this::noteLeft);
        return changed;
    }

    /** Unless it is due already, or does not listen (any more, or yet). */
    void markDue(Subscription subscription) {
        if (subscription.becomeDue()) due.add(subscription);
    }

    /** Adds what the client has not got yet, as far as one write should go; the rooms that are left come first the next time. */
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
