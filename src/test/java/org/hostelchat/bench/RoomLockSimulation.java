package org.hostelchat.bench;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Several nodes whose writers take turns at the lock of one room, in a closed loop: each stores all posts that have come
 * to it since its last turn in one transaction, holds the lock until that is committed, and its senders send the next
 * ones a while after they were answered. Every processor is as fast as it needs to be: what comes out is what the lock
 * alone permits. Times are in milliseconds.
 */
final class RoomLockSimulation {

    /** @param posts those that come back to the node, or, if negative, those whose transaction has ended */
    private record Event(double at, int node, int posts) {}

    private final double commit;
    private final double row;
    private final double turnaround;
    private final int[] waiting;
    private final boolean[] writing;
    private final Queue<Event> turns = new ArrayDeque<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
    private boolean held;

    /**
     * @param commit what a transaction takes, however many posts are in it
     * @param row what each post adds to that
     * @param turnaround from an acknowledgement to the next post's arrival
     */
    RoomLockSimulation(int nodes, double commit, double row, double turnaround) {
        this.commit = commit;
        this.row = row;
        this.turnaround = turnaround;
        this.waiting = new int[nodes];
        this.writing = new boolean[nodes];
    }

    /** The posts that are acknowledged in a second, with so many under way in all. */
    double postsPerSecond(int window, double seconds) {
        for (var node = 0; node < waiting.length; node++) {
            events.add(new Event(node * turnaround / waiting.length, node, Math.max(1, window / waiting.length)));
        }
        var stored = 0L;
        for (var event = events.remove(); event.at() < seconds * 1_000; event = events.remove()) {
            if (event.posts() < 0) {
                stored -= event.posts();
                held = false;
                writing[event.node()] = false;
                events.add(new Event(event.at() + turnaround, event.node(), -event.posts()));
            } else {
                waiting[event.node()] += event.posts();
            }
            queue(event.node(), event.at());
            grant(event.at());
        }
        return stored / seconds;
    }

    private void queue(int node, double now) {
        if (writing[node] || waiting[node] == 0) return;
        writing[node] = true;
        turns.add(new Event(now, node, waiting[node]));
        waiting[node] = 0;
    }

    private void grant(double now) {
        if (held || turns.isEmpty()) return;
        held = true;
        var turn = turns.remove();
        events.add(new Event(now + commit + row * turn.posts(), turn.node(), -turn.posts()));
    }
}
