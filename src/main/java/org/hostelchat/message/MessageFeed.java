package org.hostelchat.message;

import java.util.List;

/**
 * Port that is told of new events of a room, always after the commit. Implemented by {@code live}.
 *
 * <p>Called on the thread that committed, mostly the writer's. Must return soon, and must not throw or wait for a
 * client.
 */
public interface MessageFeed {

    /** These events, ascending and without a gap among them, are durable. */
    void committed(long room, List<RoomEvent> events);

    /** All drafts of a batch are answered, and {@link #committed} was called for all its rooms. */
    void answered();

    /** The room's log was extended by another class than the writer: read it. */
    void changed(long room);
}
