package org.hostelchat.live;

import java.util.List;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.RoomMark;
import org.hostelchat.room.Room;

/**
 * Fills the ring of one room: with the events that the writer commits, with events from the log where some are missing
 * before those, and with older events for clients that reconnect. The ring holds the contiguous numbers {@code
 * tail..head} in their present state: an event that is edited or deleted is replaced, so that its old text is never
 * sent.
 *
 * <p>Thread-safe. Filling is serialised, reads of the log included, because events that were read before an edit would
 * bring old text back. Reading frames from the ring never waits for that.
 */
final class RoomBroadcast {

    /**
     * How many events of the common room a connection may be behind and still be served from memory; seconds at the
     * highest load.
     */
    private static final int COMMON_EVENTS = 1 << 14;

    private static final long COMMON_BYTES = 8L << 20;

    /**
     * The same for any other room. There may be thousands, and all rings together must fit into memory; clients that
     * are further behind fetch pages.
     */
    static final int OTHER_EVENTS = 1 << 8;

    static final long OTHER_BYTES = 64L << 10;

    /** A client that missed more events than this fetches pages over HTTP. */
    static final int MOST_CAUGHT_UP = 1_000;

    private final long room;
    private final MessageLog log;
    private final FrameRing ring;
    private final Object filling = new Object();

    /** With an empty ring for which {@link #begin} must be called. */
    RoomBroadcast(long room, MessageLog log) {
        this(
                room,
                log,
                room == Room.COMMON
                        ? new EventRing(COMMON_EVENTS, COMMON_BYTES, FrameRing.UNKNOWN)
                        : new EventRing(OTHER_EVENTS, OTHER_BYTES, FrameRing.UNKNOWN));
    }

    /** With a given ring, for tests of other sizes. */
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

    /** The next frame for a connection that holds this number; see {@link FrameRing#after}. */
    Batch after(long offset) {
        return ring.after(offset);
    }

    /**
     * Lets the ring begin after this number, unless it has begun already. Read the number only when commits are already
     * being passed to {@link #committed}: then no event between it and the first of those is missed.
     */
    void begin(long last) {
        synchronized (filling) {
            if (!hasBegun()) ring.begin(last);
        }
    }

    private boolean hasBegun() {
        return head() != FrameRing.UNKNOWN;
    }

    /** Appends committed events, ascending and without a gap; events missing before them are read from the log. */
    void committed(List<RoomEvent> events) {
        synchronized (filling) {
            begin(events.get(0).seq() - 1);
            if (events.get(0).seq() > head() + 1) fillFromLog();
            take(events);
        }
    }

    /**
     * Reads all events after the head from the log. Does nothing if the ring has not begun: then nobody listens yet.
     */
    void catchUpWithLog() {
        synchronized (filling) {
            if (hasBegun()) fillFromLog();
        }
    }

    /**
     * Reads older events into the ring, as far as it can hold them, so that a connection that holds {@code offset} can
     * be served.
     */
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
            // Before appending the event: if this fails, the next sweep repeats the whole.
            if (!standsAlone(event)) replaceWhatIsGone(event);
            append(List.of(event));
        }
    }

    private void append(List<RoomEvent> events) {
        ring.append(events.stream().map(EncodedEvent::of).toList());
    }

    /** Whether an event leaves all earlier ones unchanged. */
    private static boolean standsAlone(RoomEvent event) {
        return switch (event.kind()) {
            case POSTED, TOMBSTONE, REACTED, PINNED -> true;
            case EDITED, DELETED, ERASED -> false;
        };
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
                ring.all(each -> each.isMarkOf(deletion.target())).forEach(RoomBroadcast.this::bury);
                return replaceWords(deletion.target());
            }

            @Override
            public Void erased(RoomEvent.Erased erasure) {
                // Done with what the ring holds: the ring is long, and reading it all from the log would delay the
                // writer.
                ring.all(each -> each.isBy(erasure.person())).forEach(each -> ring.replace(each.withoutAuthor(room)));
                readAgain(ring.all(each -> each.mayConcern(erasure.person())));
                return null;
            }

            @Override
            public Void tombstone(RoomEvent.Tombstone alone) {
                return null;
            }

            @Override
            public Void reacted(RoomMark.Reacted alone) {
                return null;
            }

            @Override
            public Void pinned(RoomMark.Pinned alone) {
                return null;
            }
        });
    }

    /** The text may be in the ring twice: as posted and as edited before. */
    private Void replaceWords(long target) {
        ring.all(each -> each.isEditOf(target)).forEach(this::bury);
        if (ring.holds(target)) log.after(room, target - 1, 1).forEach(this::replace);
        return null;
    }

    private void bury(EncodedEvent event) {
        replace(new RoomEvent.Tombstone(room, event.seq()));
    }

    /** Whatever these say now: whose posts the marks hang on is not known here, and few events in a ring are any. */
    private void readAgain(List<EncodedEvent> held) {
        var numbers = held.stream().map(EncodedEvent::seq).toList();
        for (var from = 0; from < numbers.size(); from += MessageLog.LARGEST_PAGE) {
            log.at(room, numbers.subList(from, Math.min(from + MessageLog.LARGEST_PAGE, numbers.size())))
                    .forEach(this::replace);
        }
    }

    private void replace(RoomEvent event) {
        ring.replace(EncodedEvent.of(event));
    }
}
