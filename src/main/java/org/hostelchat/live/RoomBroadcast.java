package org.hostelchat.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.message.EventKind;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.room.Room;

/**
 * The latest events of one room, each encoded once, in a ring: what connections are fed from and resume from. It holds the
 * contiguous numbers {@code tail..head}; whoever needs older ones is told to fetch pages.
 *
 * <p>Thread-safe; events are added by one thread at a time. The log is read, and events are encoded, outside of the lock. The
 * ring shows the present: what is edited or taken back is replaced in it, so that nobody is sent words that are gone.
 */
final class RoomBroadcast {

    /** How many events of the common room a connection may be behind and still be served from memory: seconds, at the worst. */
    private static final int COMMON_EVENTS = 1 << 14;

    private static final long COMMON_BYTES = 8L << 20;

    /** The same for the discussion of a notice. */
    private static final int OTHER_EVENTS = 1 << 10;

    private static final long OTHER_BYTES = 1L << 20;

    /** More missed than this, and the client fetches pages over HTTP instead. */
    static final int MOST_CAUGHT_UP = 1_000;

    /** Keeps one frame well under the container's buffers, so that a slow line never holds much. */
    private static final int LARGEST_FRAME = 64 * 1024;

    private static final byte[] COMMA = {','};
    private static final byte[] END = {']', '}'};

    private final long room;
    private final MessageLog log;
    private final EventRing ring;

    /** The ring's, to be read without the lock. */
    private volatile long head;

    /** Frames made since the ring last changed, by the number after which they begin. */
    private final Map<Long, Batch> made = new HashMap<>();

    /** @param head the room's last number at this time; the ring begins after it */
    RoomBroadcast(long room, long head, MessageLog log) {
        this(
                room,
                log,
                room == Room.COMMON
                        ? new EventRing(COMMON_EVENTS, COMMON_BYTES, head)
                        : new EventRing(OTHER_EVENTS, OTHER_BYTES, head));
    }

    /** With a ring of another size. */
    RoomBroadcast(long room, MessageLog log, EventRing ring) {
        this.room = room;
        this.log = log;
        this.ring = ring;
        this.head = ring.head();
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
        var fresh = events.stream().filter(event -> event.seq() > head).toList();
        if (fresh.stream().noneMatch(RoomBroadcast::changesAnother)) {
            append(fresh);
            return;
        }
        for (var event : fresh) {
            replaceTarget(event);
            append(List.of(event));
        }
    }

    /** Reads everything that the log has beyond the head. */
    void catchUpWithLog() {
        List<RoomEvent> missed;
        do {
            missed = log.after(room, head, MessageLog.LARGEST_PAGE);
            append(missed);
        } while (missed.size() == MessageLog.LARGEST_PAGE);
    }

    /** Forgets what is in memory and reads it again, as it stands now. */
    void reload() {
        catchUpWithLog();
        long from;
        synchronized (this) {
            from = ring.tail();
        }
        for (var event : read(from, head)) replace(event);
    }

    /** Makes sure, as far as the ring reaches, that a connection which holds {@code offset} can be served. */
    void reachBackTo(long offset) {
        long upTo;
        synchronized (this) {
            if (offset + 1 >= ring.tail()) return;
            upTo = ring.tail() - 1;
        }
        var from = Math.max(offset + 1, head - ring.capacity() + 1);
        var older = read(from, upTo);
        synchronized (this) {
            made.clear();
            // Descending, so that the ring stays contiguous whatever happened meanwhile.
            for (var i = older.size() - 1; i >= 0; i--) {
                var event = older.get(i);
                if (event.seq() == ring.tail() - 1 && !ring.prepend(encode(event), editOf(event))) return;
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
        if (offset + 1 < ring.tail()) return new Batch(null, head);
        return made.computeIfAbsent(offset, this::make);
    }

    private Batch make(long offset) {
        var parts = new ArrayList<byte[]>();
        parts.add(null);
        var length = 0;
        var to = offset;
        while (to < head && (to == offset || length + ring.get(to + 1).length < LARGEST_FRAME)) {
            var event = ring.get(++to);
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

    /** All at once, so that they go out in one frame; encoded before the lock is taken. */
    private void append(List<RoomEvent> events) {
        var encoded = events.stream().map(RoomBroadcast::encode).toList();
        synchronized (this) {
            for (var i = 0; i < encoded.size(); i++) {
                var event = events.get(i);
                if (event.seq() == head + 1) ring.append(encoded.get(i), editOf(event));
                head = ring.head();
            }
            made.clear();
        }
    }

    /** The words that are gone may stand in the ring as they were posted and as they were edited before. */
    private void replaceTarget(RoomEvent event) {
        if (!changesAnother(event)) return;
        var target = event.target();
        synchronized (this) {
            for (var seq = ring.tail(); seq <= head; seq++) {
                if (ring.editOf(seq) == target) replace(RoomEvent.tombstone(room, seq));
            }
            if (!ring.holds(target)) return;
        }
        log.after(room, target - 1, 1).forEach(this::replace);
    }

    private synchronized void replace(RoomEvent event) {
        if (!ring.holds(event.seq())) return;
        ring.replace(event.seq(), encode(event), editOf(event));
        made.clear();
    }

    private static boolean changesAnother(RoomEvent event) {
        return event.kind() == EventKind.EDITED || event.kind() == EventKind.DELETED;
    }

    private static long editOf(RoomEvent event) {
        return event.kind() == EventKind.EDITED ? event.target() : 0;
    }

    private static byte[] encode(RoomEvent event) {
        return OutboundFrames.event(event).getBytes(StandardCharsets.UTF_8);
    }
}
