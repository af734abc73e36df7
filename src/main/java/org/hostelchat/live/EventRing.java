package org.hostelchat.live;

/**
 * The latest events of a room, with contiguous numbers {@code tail..head}. Limited by count and by bytes; events that
 * are dropped at the tail can be read from the log. Not thread-safe.
 */
final class EventRing {

    /** The initial capacity, enough for a quiet room. */
    private static final int FEW = 8;

    private final int capacity;
    private final long mostBytes;

    /** Grows up to the maximal capacity. An event's index is its number modulo the length, which is a power of two. */
    private EncodedEvent[] events;

    private long bytes;
    private long tail;
    private long head;

    /**
     * @param capacity the most events, a power of two
     * @param mostBytes the most bytes of all events together; the newest event is kept in any case
     * @param head the number after which the ring begins
     */
    EventRing(int capacity, long mostBytes, long head) {
        if (Integer.bitCount(capacity) != 1) throw new IllegalArgumentException("not a power of two: " + capacity);
        this.capacity = capacity;
        this.events = new EncodedEvent[Math.min(capacity, FEW)];
        this.mostBytes = mostBytes;
        begin(head);
    }

    /** Lets an empty ring begin after another number. */
    void begin(long newHead) {
        this.head = newHead;
        this.tail = newHead + 1;
    }

    /** The oldest number held; {@link #head} plus one if the ring is empty. */
    long tail() {
        return tail;
    }

    long head() {
        return head;
    }

    int capacity() {
        return capacity;
    }

    boolean holds(long seq) {
        return seq >= tail && seq <= head;
    }

    EncodedEvent get(long seq) {
        return events[slot(seq)];
    }

    /** Appends the event after the head, dropping the oldest ones where a limit requires it. */
    void append(EncodedEvent event) {
        if (event.seq() != head + 1) throw new IllegalArgumentException(event.seq() + " after " + head);
        if (count() == capacity) drop();
        growIfFull();
        head++;
        put(event);
        while (bytes > mostBytes && tail < head) drop();
    }

    /**
     * Adds the event before the tail.
     *
     * @return false if its number does not precede the tail, or a limit would be exceeded
     */
    boolean prepend(EncodedEvent event) {
        var fits = count() < capacity && bytes + event.length() <= mostBytes;
        if (event.seq() != tail - 1 || !fits) return false;
        growIfFull();
        tail--;
        put(event);
        return true;
    }

    /** Replaces the held event with the same number. */
    void replace(EncodedEvent event) {
        bytes -= get(event.seq()).length();
        put(event);
    }

    private void put(EncodedEvent event) {
        events[slot(event.seq())] = event;
        bytes += event.length();
    }

    private void drop() {
        bytes -= get(tail).length();
        events[slot(tail)] = null;
        tail++;
    }

    private int count() {
        return (int) (head - tail + 1);
    }

    private void growIfFull() {
        if (count() < events.length) return;
        var larger = new EncodedEvent[events.length * 2];
        for (var seq = tail; seq <= head; seq++) larger[(int) (seq & (larger.length - 1))] = get(seq);
        events = larger;
    }

    private int slot(long seq) {
        return (int) (seq & (events.length - 1));
    }
}
