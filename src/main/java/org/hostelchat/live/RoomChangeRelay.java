package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Rooms;

/**
 * Tells whoever listens to a room what it is called and what it is about, once that has changed: one frame for all, which therefore
 * says nothing of what is each one's own.
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

    /** For the container's proxy. */
    protected RoomChangeRelay() {
        this(null, null, null);
    }

    /** Tells what the room is like now. */
    void changed(long room) {
        var hub = hubs.find(room);
        if (hub == null) return;
        try {
            notifier.tellListeners(hub, OutboundFrames.changed(rooms.find(room)));
        } catch (Refusal.NotFound closed) {
            // Which whoever is in it is told next.
            return;
        }
    }
}
