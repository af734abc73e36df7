package org.hostelchat.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.message.EventKind;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.RoomEvent;

/**
 * The latest events of one room, each encoded once, in a ring: what connections are fed from and resume from. It holds the
 * contiguous numbers {@code tail..head}; whoever needs older ones is told to fetch pages.
 *
 * <p>Thread-safe. The log is read outside of the lock. The ring
 * shows the present: what is edited or taken back is replaced in it, so that nobody is sent words that are gone.
 */
final class RoomBroadcast {

    /** How many events a connection may be behind and still be served from memory. */
    static final int CAPACITY = 1 << 10;

    /** More missed than this, and the client fetches pages over HTTP instead. */
    static final int MOST_CAUGHT_UP = 1_000;

    /** Keeps one frame well under the container's buffers, so that a slow line never holds much. */
    private static final int LARGEST_FRAME = 64 * 1024;

    private static final byte[] COMMA = {','};
    private static final byte[] END = {']', '}'};

    private final long room;
    private final MessageLog log;
    private final byte[][] ring = new byte[CAPACITY][];

    /** Beside each edit in the ring, the number whose words it holds. */
    private final long[] edits = new long[CAPACITY];

    private long tail;
    private volatile long head;

    /** Frames made since the ring last changed, by the number after which they begin. */
    private final Map<Long, Batch> made = new HashMap<>();

    /** @param head the room's last number at this time; the ring begins after it */
    RoomBroadcast(long room, long head, MessageLog log) {
        this.room = room;
        this.log = log;
        this.head = head;
        this.tail = head + 1;
    }

    long room() {
        return room;
    }

    /** The last number that can be sent. */
    long head() {
        return head;
    }

    /** Takes in committed events; a hole before them is filled from the log. Called by one thread at a time. */
    void committed(List<RoomEvent> events) {
        if (events.get(0).seq() > head + 1) catchUpWithLog();
        for (var event : events) {
            if (event.seq() <= head) continue;
            replaceTarget(event);
            append(event);
        }
    }

    /** Reads everything that the log has beyond the head. */
    void catchUpWithLog() {
        List<RoomEvent> missed;
        do {
            missed = log.after(room, head, MessageLog.LARGEST_PAGE);
            missed.forEach(this::append);
        } while (missed.size() == MessageLog.LARGEST_PAGE);
    }

    /** Forgets what is in memory and reads it again, as it stands now. */
    void reload() {
        catchUpWithLog();
        long from;
        synchronized (this) {
            from = tail;
        }
        for (var event : read(from, head)) replace(event);
    }

    /** Makes sure, as far as the ring reaches, that a connection which holds {@code offset} can be served. */
    void reachBackTo(long offset) {
        long upTo;
        synchronized (this) {
            if (offset + 1 >= tail) return;
            upTo = tail - 1;
        }
        var from = Math.max(offset + 1, head - CAPACITY + 1);
        var older = read(from, upTo);
        synchronized (this) {
            // Descending, so that the ring stays contiguous whatever happened meanwhile.
            for (var i = older.size() - 1; i >= 0; i--) {
                var event = older.get(i);
                if (event.seq() != tail - 1 || event.seq() <= head - CAPACITY) continue;
                put(event);
                tail = event.seq();
            }
        }
    }

    private List<RoomEvent> read(long from, long to) {
        var events = new ArrayList<RoomEvent>();
        while (from <= to) {
            var page = log.after(room, from - 1, (int) Math.min(MessageLog.LARGEST_PAGE, to - from + 1));
            if (page.isEmpty()) break;
            events.addAll(page);
            from = page.get(page.size() - 1).seq() + 1;
        }
        return events;
    }

    /**
     * The next frame for a connection that holds {@code offset}; null if there is nothing new; a batch without a frame if the
     * ring does not reach back so far.
     */
    synchronized Batch after(long offset) {
        if (offset >= head) return null;
        if (offset + 1 < tail) return new Batch(null, head);
        return made.computeIfAbsent(offset, this::make);
    }

    private Batch make(long offset) {
        var parts = new ArrayList<byte[]>();
        parts.add(null);
        var length = 0;
        var to = offset;
        while (to < head && (to == offset || length + ring[slot(to + 1)].length < LARGEST_FRAME)) {
            var event = ring[slot(++to)];
            if (to > offset + 1) parts.add(COMMA);
            parts.add(event);
            length += event.length;
        }
        parts.set(0, start(offset + 1, to));
        parts.add(END);
        return new Batch(Frame.text(parts), to);
    }

    private byte[] start(long from, long to) {
        return ("{\"type\":\"events\",\"room\":" + room + ",\"from\":" + from + ",\"to\":" + to + ",\"events\":[")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private synchronized void append(RoomEvent event) {
        if (event.seq() != head + 1) return;
        put(event);
        head = event.seq();
        if (head - tail >= CAPACITY) tail = head - CAPACITY + 1;
    }

    /** The words that are gone may stand in the ring as they were posted and as they were edited before. */
    private void replaceTarget(RoomEvent event) {
        if (event.kind() != EventKind.EDITED && event.kind() != EventKind.DELETED) return;
        var target = event.target();
        synchronized (this) {
            for (var seq = tail; seq <= head; seq++) {
                if (edits[slot(seq)] == target) put(RoomEvent.tombstone(room, seq));
            }
            if (target < tail) return;
        }
        log.after(room, target - 1, 1).forEach(this::replace);
    }

    private synchronized void replace(RoomEvent event) {
        if (event.seq() < tail || event.seq() > head) return;
        put(event);
    }

    private void put(RoomEvent event) {
        ring[slot(event.seq())] = encode(event);
        edits[slot(event.seq())] = event.kind() == EventKind.EDITED ? event.target() : 0;
        made.clear();
    }

    private static byte[] encode(RoomEvent event) {
        return OutboundFrames.event(event).getBytes(StandardCharsets.UTF_8);
    }

    private static int slot(long seq) {
        return (int) (seq & (CAPACITY - 1));
    }
}
