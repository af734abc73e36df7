package org.hostelchat.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hostelchat.live.transport.Frame;

/**
 * The latest events of a room, each encoded once, and the frames built of them: all connections that hold the same
 * number are sent the same bytes.
 *
 * <p>Thread-safe. No event is encoded and nothing is read from the database under its lock.
 */
final class FrameRing {

    /** Well below the container's buffers, so that a slow connection never holds much memory. */
    private static final int LARGEST_FRAME = 64 * 1024;

    /**
     * Connections are at a few different numbers at a time; a client that repeats hello with ever other numbers must
     * not fill the memory.
     */
    private static final int MOST_FRAMES = 32;

    /** The head of a ring that has not begun: smaller than any number that a connection may hold. */
    static final long UNKNOWN = -1;

    private static final byte[] COMMA = {','};
    private static final byte[] END = {']', '}'};

    private final long room;
    private final EventRing ring;

    /** The ring's head, readable without the lock. */
    private volatile long head;

    /** Frames built since the ring last changed, by the number that they follow. */
    private final Map<Long, Batch> made = new HashMap<>();

    FrameRing(long room, EventRing ring) {
        this.room = room;
        this.ring = ring;
        this.head = ring.head();
    }

    /** The last number that can be sent. */
    long head() {
        return head;
    }

    synchronized long tail() {
        return ring.tail();
    }

    int capacity() {
        return ring.capacity();
    }

    /** Lets an empty ring begin after a number. */
    synchronized void begin(long last) {
        ring.begin(last);
        head = last;
    }

    /** Appends the events after the head, all under one lock, so that they can be sent in one frame. */
    synchronized void append(List<EncodedEvent> events) {
        events.forEach(ring::append);
        head = ring.head();
        made.clear();
    }

    /**
     * Adds the event before the tail.
     *
     * @return false if it does not fit
     */
    synchronized boolean prepend(EncodedEvent event) {
        made.clear();
        return ring.prepend(event);
    }

    /** Replaces the held event with the same number. */
    synchronized void replace(EncodedEvent event) {
        if (!ring.holds(event.seq())) return;
        ring.replace(event);
        made.clear();
    }

    synchronized boolean holds(long seq) {
        return ring.holds(seq);
    }

    /** The held events that match, ascending. */
    synchronized List<EncodedEvent> all(Predicate<EncodedEvent> which) {
        var found = new ArrayList<EncodedEvent>();
        for (var seq = ring.tail(); seq <= ring.head(); seq++) if (which.test(ring.get(seq))) found.add(ring.get(seq));
        return found;
    }

    /**
     * The next frame for a connection that holds {@code offset}; null if there is nothing new; a batch without a frame
     * if the events after {@code offset} are not held any more.
     */
    synchronized Batch after(long offset) {
        if (offset >= head) return null;
        if (offset + 1 < ring.tail()) return new Batch(null, head);
        if (made.size() >= MOST_FRAMES) made.clear();
        return made.computeIfAbsent(offset, this::make);
    }

    private Batch make(long offset) {
        var parts = new ArrayList<byte[]>();
        parts.add(null);
        var length = 0;
        var to = offset;
        while (to < head && (to == offset || length + ring.get(to + 1).length() < LARGEST_FRAME)) {
            var event = ring.get(++to);
            if (to > offset + 1) parts.add(COMMA);
            parts.add(event.json());
            length += event.length();
        }
        parts.set(0, start(offset + 1, to));
        parts.add(END);
        return new Batch(Frame.text(parts), to);
    }

    private byte[] start(long from, long to) {
        return ("{\"type\":\"events\",\"room\":" + room + ",\"from\":" + from + ",\"to\":" + to + ",\"events\":[")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
