package org.hostelchat.live;

import java.util.Map;
import java.util.UUID;
import org.hostelchat.message.References;

/** A frame from a client, as decoded by {@link FrameCodec}. */
sealed interface InboundFrame {

    /**
     * The first frame: the last number that the client holds in each room.
     *
     * @param changes the last change that the client's notice board includes; null if it has none
     */
    record Hello(Map<Long, Long> cursors, Long changes) implements InboundFrame {}

    /** A message to store. The body is not checked yet. */
    record Post(long room, UUID clientId, String body, References references) implements InboundFrame {}

    /**
     * The person has read up to this number.
     *
     * @param back whether everything after it is to be unread, also what was read before
     */
    record Read(long room, long seq, boolean back) implements InboundFrame {}

    /** The person is typing. */
    record Typing(long room) implements InboundFrame {}
}
