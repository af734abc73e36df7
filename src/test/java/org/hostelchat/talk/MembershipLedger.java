package org.hostelchat.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who is in which room, as far as the acts of this evening say so: the acts that concern one person wait for each other. Thread-safe.
 */
final class MembershipLedger {

    /** Somebody who came in is told of it before they are put out again, in nanoseconds. */
    private static final long STAYS = 300_000_000;

    private record Key(long person, long room) {}

    /** @param at since when; by {@link System#nanoTime()} */
    private record State(boolean isIn, long begunAt, long at) {}

    private final Map<Key, State> states = new HashMap<>();
    private final Map<Long, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final List<Evidence.Absence> absences = new ArrayList<>();

    /** Taken while something changes for a person, and while they are greeted. */
    ReentrantLock lockOf(long person) {
        return locks.computeIfAbsent(person, any -> new ReentrantLock());
    }

    synchronized boolean isIn(long person, long room) {
        var state = states.get(new Key(person, room));
        return state != null && state.isIn();
    }

    /** When the last act began that brought this person in. */
    synchronized long cameAt(long person, long room) {
        var state = states.get(new Key(person, room));
        return state == null || !state.isIn() ? Long.MIN_VALUE : state.begunAt();
    }

    /** As it is at the beginning. */
    synchronized void set(long person, long room, boolean isIn) {
        states.put(new Key(person, room), new State(isIn, System.nanoTime(), System.nanoTime()));
    }

    /**
     * Does what brings somebody in or takes them out, if they are not, and not just since, where they should be.
     *
     * @return whether it was done
     */
    boolean change(long person, long room, boolean in, Runnable act) {
        var lock = lockOf(person);
        lock.lock();
        try {
            var key = new Key(person, room);
            State before;
            synchronized (this) {
                before = states.get(key);
            }
            if (before != null && (before.isIn() == in || System.nanoTime() - before.at() < STAYS)) return false;
            var begun = System.nanoTime();
            act.run();
            synchronized (this) {
                states.put(key, new State(in, begun, System.nanoTime()));
                if (in && before != null) absences.add(new Evidence.Absence(person, room, before.at(), begun));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The times in which people were out and came back, or are out until now. */
    synchronized List<Evidence.Absence> absences() {
        var all = new ArrayList<>(absences);
        states.forEach((key, state) -> {
            if (!state.isIn()) all.add(new Evidence.Absence(key.person(), key.room(), state.at(), Long.MAX_VALUE));
        });
        return all;
    }
}
