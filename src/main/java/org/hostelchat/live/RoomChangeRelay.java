package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomChanged;
import org.hostelchat.room.Rooms;

/**
 * Tells whoever listens to a room what it is called and what it is about, once that has changed: one frame for all, which therefore
 * says nothing of what is each one's own. If the room can't be read then, lines learn of it with their next welcome.
 *
 * <p>The changes of one room are looked at one after the other, so that the last look sees the last change.
 */
@ApplicationScoped
public class RoomChangeRelay {

    private static final System.Logger LOG = System.getLogger(RoomChangeRelay.class.getName());

    private final Object[] turns = new Object[16];
    private final RoomHubs hubs;
    private final Rooms rooms;
    private final Notifier notifier;

    @Inject
    RoomChangeRelay(RoomHubs hubs, Rooms rooms, Notifier notifier) {
        this.hubs = hubs;
        this.rooms = rooms;
        this.notifier = notifier;
        Arrays.setAll(turns, i -> new Object());
    }

    /** For the container's proxy. */
    protected RoomChangeRelay() {
        this(null, null, null);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomChanged changed) {
        var hub = hubs.find(changed.roomId());
        if (hub == null) return;
        synchronized (turns[(int) (changed.roomId() % turns.length)]) {
            try {
                notifier.tellListeners(hub, OutboundFrames.changed(rooms.find(changed.roomId())));
            } catch (Refusal.NotFound closed) {
                // Which whoever is in it is told of its own accord.
                return;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Nobody is told how a room has changed", e);
            }
        }
    }
}
