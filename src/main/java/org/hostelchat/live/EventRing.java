package org.hostelchat.live;

/**
 * The latest events of a room, encoded, with the contiguous numbers {@code tail..head}. Bounded twice, by count and by bytes:
 * what falls out at the tail is in the log. Not thread-safe.
 */
final class EventRing {

    private final byte[][] events;

    /** Beside each edit the number whose words it holds, else 0. */
    private final long[] edits;

    private final long mostBytes;
    private long bytes;
    private long tail;
    private long head;

    /**
     * @param capacity the most events, a power of two
     * @param mostBytes the most bytes of all events together; the newest is held in any case
     * @param head the number after which the ring begins
     */
    EventRing(int capacity, long mostBytes, long head) {
        if (Integer.bitCount(capacity) != 1) throw new IllegalArgumentException("not a power of two: " + capacity);
        this.events = new byte[capacity][];
        this.edits = new long[capacity];
        this.mostBytes = mostBytes;
        this.head = head;
        this.tail = head + 1;
    }

    /** The oldest number held; one more than {@link #head} if none is. */
    long tail() {
        return tail;
    }

    long head() {
        return head;
    }

    int capacity() {
        return events.length;
    }

    boolean holds(long seq) {
        return seq >= tail && seq <= head;
    }

    byte[] get(long seq) {
        return events[slot(seq)];
    }

    /** The number whose words the event holds if it is an edit, else 0. */
    long editOf(long seq) {
        return edits[slot(seq)];
    }

    /** Takes in the event after the head; the oldest make room. */
    void append(byte[] event, long editOf) {
        if (head - tail + 1 == events.length) drop();
        head++;
        put(head, event, editOf);
        while (bytes > mostBytes && tail < head) drop();
    }

    /** Takes in the event before the tail, unless that would be too much. */
    boolean prepend(byte[] event, long editOf) {
        if (head - tail + 1 == events.length || bytes + event.length > mostBytes) return false;
        tail--;
        put(tail, event, editOf);
        return true;
    }

    /** Puts another event under a number that is held. */
    void replace(long seq, byte[] event, long editOf) {
        bytes -= get(seq).length;
        put(seq, event, editOf);
    }

    private void put(long seq, byte[] event, long editOf) {
        events[slot(seq)] = event;
        edits[slot(seq)] = editOf;
        bytes += event.length;
    }

    private void drop() {
        bytes -= get(tail).length;
        events[slot(tail)] = null;
        tail++;
    }

    private int slot(long seq) {
        return (int) (seq & (events.length - 1));
    }
}
