package org.hostelchat.live;

/**
 * The latest events of a room with the contiguous numbers {@code tail..head}. Bounded twice, by count and by bytes: what falls
 * out at the tail is in the log. Not thread-safe.
 */
final class EventRing {

    /** So many it has place for in a room in which nothing is said. */
    private static final int FEW = 8;

    private final int capacity;
    private final long mostBytes;

    /** Grows up to the capacity. An event's place is its number modulo the length, which is a power of two. */
    private EncodedEvent[] events;

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
        this.capacity = capacity;
        this.events = new EncodedEvent[Math.min(capacity, FEW)];
        this.mostBytes = mostBytes;
        begin(head);
    }

    /** As long as it is empty: begins after another number. */
    void begin(long newHead) {
        this.head = newHead;
        this.tail = newHead + 1;
    }

    /** The oldest number held; one more than {@link #head} if none is. */
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

    /** Takes in the event after the head; the oldest make room. */
    void append(EncodedEvent event) {
        if (event.seq() != head + 1) throw new IllegalArgumentException(event.seq() + " after " + head);
        if (count() == capacity) drop();
        growIfFull();
        head++;
        put(event);
        while (bytes > mostBytes && tail < head) drop();
    }

    /** Takes in the event before the tail, unless it is another one or would be too much. */
    boolean prepend(EncodedEvent event) {
        var fits = count() < capacity && bytes + event.length() <= mostBytes;
        if (event.seq() != tail - 1 || !fits) return false;
        growIfFull();
        tail--;
        put(event);
        return true;
    }

    /** Puts another event in the place of one that is held. */
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
