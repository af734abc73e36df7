package org.hostelchat.live;

import java.util.List;
import org.hostelchat.message.EventKind;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.room.Room;

/**
 * Keeps the ring of one room filled: with what the writer hands it, with what the log has where that leaves a hole, and, for
 * those who come back, with what was before. The ring holds the contiguous numbers {@code tail..head} and shows the present:
 * what is edited or taken back is replaced in it, so that nobody is sent words that are gone.
 *
 * <p>Thread-safe. Who fills waits for who fills, reading of the log included, because what was read before somebody changed
 * it would bring gone words back; who is fed from the ring never waits for that.
 */
final class RoomBroadcast {

    /** How many events of the common room a connection may be behind and still be served from memory: seconds, at the worst. */
    private static final int COMMON_EVENTS = 1 << 14;

    private static final long COMMON_BYTES = 8L << 20;

    /**
     * The same for any other room, of which there may be thousands: whoever is further behind fetches pages, so that all these
     * rings together fit into the memory.
     */
    static final int OTHER_EVENTS = 1 << 8;

    static final long OTHER_BYTES = 64L << 10;

    /** More missed than this, and the client fetches pages over HTTP instead. */
    static final int MOST_CAUGHT_UP = 1_000;

    private final long room;
    private final MessageLog log;
    private final FrameRing ring;
    private final Object filling = new Object();

    /** With a ring that has still to {@link #begin}. */
    RoomBroadcast(long room, MessageLog log) {
        this(
                room,
                log,
                room == Room.COMMON
                        ? new EventRing(COMMON_EVENTS, COMMON_BYTES, FrameRing.UNKNOWN)
                        : new EventRing(OTHER_EVENTS, OTHER_BYTES, FrameRing.UNKNOWN));
    }

    /** With a ring of another size. */
    RoomBroadcast(long room, MessageLog log, EventRing ring) {
        this.room = room;
        this.log = log;
        this.ring = new FrameRing(room, ring);
    }

    long room() {
        return room;
    }

    /** The last number that can be sent. */
    long head() {
        return ring.head();
    }

    /** What a connection that holds this number is sent next; see {@link FrameRing#after}. */
    Batch after(long offset) {
        return ring.after(offset);
    }

    /**
     * The ring begins after this number, unless it has begun already. The number must have been looked up when commits were handed in
     * already: nothing is missed then between it and the first of them.
     */
    void begin(long last) {
        synchronized (filling) {
            if (!hasBegun()) ring.begin(last);
        }
    }

    private boolean hasBegun() {
        return head() != FrameRing.UNKNOWN;
    }

    /** Takes in committed events, ascending and without a gap; a hole before them is filled from the log. */
    void committed(List<RoomEvent> events) {
        synchronized (filling) {
            begin(events.get(0).seq() - 1);
            if (events.get(0).seq() > head() + 1) fillFromLog();
            take(events);
        }
    }

    /** Reads everything that the log has beyond the head. A ring that has not begun has nobody who waits for it. */
    void catchUpWithLog() {
        synchronized (filling) {
            if (hasBegun()) fillFromLog();
        }
    }

    /** Makes sure, as far as the ring can hold it, that a connection which holds {@code offset} can be served. */
    void reachBackTo(long offset) {
        if (offset + 1 >= ring.tail()) return;
        synchronized (filling) {
            var to = ring.tail() - 1;
            for (var oldest = Math.max(offset + 1, head() - ring.capacity() + 1); to >= oldest; ) {
                var page = log.after(room, Math.max(oldest - 1, to - MessageLog.LARGEST_PAGE), pageUpTo(to, oldest));
                // Descending, so that the ring stays contiguous.
                for (var i = page.size() - 1; i >= 0; i--) if (!ring.prepend(EncodedEvent.of(page.get(i)))) return;
                if (page.isEmpty()) return;
                to = page.get(0).seq() - 1;
            }
        }
    }

    private static int pageUpTo(long to, long oldest) {
        return (int) Math.min(MessageLog.LARGEST_PAGE, to - oldest + 1);
    }

    private void fillFromLog() {
        List<RoomEvent> missed;
        do {
            missed = log.after(room, head(), MessageLog.LARGEST_PAGE);
            take(missed);
        } while (missed.size() == MessageLog.LARGEST_PAGE);
    }

    private void take(List<RoomEvent> events) {
        var fresh = events.stream().filter(event -> event.seq() > head()).toList();
        if (fresh.stream().allMatch(RoomBroadcast::standsAlone)) {
            append(fresh);
            return;
        }
        for (var event : fresh) {
            // Before the event itself: should this fail, the whole is taken in again by the next sweep.
            if (!standsAlone(event)) replaceWhatIsGone(event);
            append(List.of(event));
        }
    }

    private void append(List<RoomEvent> events) {
        ring.append(events.stream().map(EncodedEvent::of).toList());
    }

    /** Whether an event leaves those before it as they are. */
    private static boolean standsAlone(RoomEvent event) {
        return event.kind() == EventKind.POSTED || event.kind() == EventKind.TOMBSTONE;
    }

    private void replaceWhatIsGone(RoomEvent event) {
        event.handle(new RoomEvent.Handler<Void>() {

            @Override
            public Void posted(RoomEvent.Posted alone) {
                return null;
            }

            @Override
            public Void edited(RoomEvent.Edited edit) {
                return replaceWords(edit.target());
            }

            @Override
            public Void deleted(RoomEvent.Deleted deletion) {
                return replaceWords(deletion.target());
            }

            @Override
            public Void erased(RoomEvent.Erased erasure) {
                // By what is known here: the ring is long, and who reads it all from the log keeps the writer waiting.
                ring.all(each -> each.isBy(erasure.person())).forEach(each -> ring.replace(each.withoutAuthor(room)));
                return null;
            }

            @Override
            public Void tombstone(RoomEvent.Tombstone alone) {
                return null;
            }
        });
    }

    /** The words may stand in the ring as they were posted and as they were edited before. */
    private Void replaceWords(long target) {
        ring.all(each -> each.isEditOf(target)).forEach(edit -> replace(new RoomEvent.Tombstone(room, edit.seq())));
        if (ring.holds(target)) log.after(room, target - 1, 1).forEach(this::replace);
        return null;
    }

    private void replace(RoomEvent event) {
        ring.replace(EncodedEvent.of(event));
    }
}
