package org.hostelchat.live;

import java.nio.charset.StandardCharsets;
import org.hostelchat.message.EventKind;
import org.hostelchat.message.RoomEvent;

/** An event as it is sent, made once for everybody. Immutable as long as nobody writes to its bytes. */
final class EncodedEvent {

    private final long seq;
    private final byte[] json;
    private final long by;
    private final long editOf;

    /** What was done and is not words: few of them, and small. Null for the rest. */
    private final RoomEvent deed;

    private EncodedEvent(long seq, byte[] json, long by, long editOf, RoomEvent deed) {
        this.seq = seq;
        this.json = json;
        this.by = by;
        this.editOf = editOf;
        this.deed = deed;
    }

    /** Nobody's words. */
    EncodedEvent(long seq, byte[] json) {
        this(seq, json, 0, 0, null);
    }

    static EncodedEvent of(RoomEvent event) {
        return new EncodedEvent(
                event.seq(),
                OutboundFrames.event(event).getBytes(StandardCharsets.UTF_8),
                event.by(),
                event.kind() == EventKind.EDITED ? event.target() : 0,
                event.kind() == EventKind.DELETED || event.kind() == EventKind.ERASED ? event : null);
    }

    long seq() {
        return seq;
    }

    byte[] json() {
        return json;
    }

    int length() {
        return json.length;
    }

    boolean isBy(long person) {
        return by == person;
    }

    /** Whether it holds words that the number {@code target} was given. */
    boolean isEditOf(long target) {
        return editOf == target;
    }

    /** What is left of it when its author is erased: nothing of words, and of other deeds that they were done. */
    EncodedEvent withoutAuthor(long room) {
        return of(deed == null ? RoomEvent.tombstone(room, seq) : deed.withoutAuthor());
    }
}
