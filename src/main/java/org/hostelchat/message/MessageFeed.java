package org.hostelchat.message;

import java.util.List;

/**
 * A port: told of what happened in a room, always after the commit. Provided by {@code live}.
 *
 * <p>Called by whichever thread stores, the writer's above all; must return soon, never throw, never wait for a client.
 */
public interface MessageFeed {

    /** These events, ascending and without a gap among them, are durable. */
    void committed(long room, List<RoomEvent> events);

    /** All drafts of a batch have got their answers, and the rooms their events. */
    void answered();

    /** The room's log has grown by somebody else's hand than the writer's: read on. */
    void changed(long room);
}
