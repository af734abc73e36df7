package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Rooms;

/**
 * Sends a room's changed name or description to its listeners: one frame for all, which therefore holds nothing
 * personal.
 */
@ApplicationScoped
class RoomChangeRelay {

    private final RoomHubs hubs;
    private final Rooms rooms;
    private final Notifier notifier;

    @Inject
    RoomChangeRelay(RoomHubs hubs, Rooms rooms, Notifier notifier) {
        this.hubs = hubs;
        this.rooms = rooms;
        this.notifier = notifier;
    }

    /** For the CDI proxy. */
    protected RoomChangeRelay() {
        this(null, null, null);
    }

    /** Sends the room's present name and description. */
    void changed(long room) {
        var hub = hubs.find(room);
        if (hub == null) return;
        try {
            notifier.tellListeners(hub, OutboundFrames.changed(rooms.find(room)));
        } catch (Refusal.NotFound closed) {
            // The room is gone, and the next change tells its members so.
            return;
        }
    }
}
