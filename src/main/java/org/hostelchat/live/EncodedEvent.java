package org.hostelchat.live;

import java.nio.charset.StandardCharsets;
import org.hostelchat.message.EventKind;
import org.hostelchat.message.RoomEvent;

/** An event as it is sent, made once for everybody. Immutable as long as nobody writes to its bytes. */
final class EncodedEvent {

    private final long seq;
    private final byte[] json;
    private final long editOf;

    /** @param editOf the number whose words an edit holds, else 0 */
    EncodedEvent(long seq, byte[] json, long editOf) {
        this.seq = seq;
        this.json = json;
        this.editOf = editOf;
    }

    static EncodedEvent of(RoomEvent event) {
        return new EncodedEvent(
                event.seq(),
                OutboundFrames.event(event).getBytes(StandardCharsets.UTF_8),
                event.kind() == EventKind.EDITED ? event.target() : 0);
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

    boolean isEditOf(long target) {
        return editOf == target;
    }
}
