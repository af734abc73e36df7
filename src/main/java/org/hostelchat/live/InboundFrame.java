package org.hostelchat.live;

import java.util.Map;
import java.util.UUID;

/** What a client may say, once it has been read; {@link FrameCodec} reads it. */
sealed interface InboundFrame {

    /**
     * The first frame: which number the client holds in each room.
     *
     * @param changes the last change that its board takes in; null if it has none
     */
    record Hello(Map<Long, Long> cursors, Long changes) implements InboundFrame {}

    /** Something to store. The body is not checked yet. */
    record Post(long room, UUID clientId, String body) implements InboundFrame {}

    /** How far the person has read. */
    record Read(long room, long seq) implements InboundFrame {}

    /** The person is writing. */
    record Typing(long room) implements InboundFrame {}
}
