package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.notice.Notices;
import org.hostelchat.presence.Presence;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.room.Epoch;
import org.hostelchat.room.Rooms;

/**
 * Answers hello: says what there is, and lets the line go on in each room exactly after the number that it holds.
 *
 * <p>A line that missed little is fed from the room's ring; one that missed more is told to fetch pages.
 */
@ApplicationScoped
class Greeting {

    @Inject
    private Rooms rooms;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private PresenceBoard presence;

    @Inject
    private Notices notices;

    @Inject
    private Epoch epoch;

    /** @return false if the line was greeted before, or is leaving */
    boolean greet(Connection connection, Map<Long, Long> cursors) {
        if (!connection.beginGreeting()) return false;
        var caller = connection.caller();
        presence.renew(connection, Presence.of(caller), System.nanoTime());
        var views = rooms.of(caller);
        var first = new ArrayList<Frame>();
        var here = presence.here();
        var named = here.stream()
                .sorted((a, b) -> Boolean.compare(b.id() == caller.id(), a.id() == caller.id()))
                .limit(OutboundFrames.MOST_NAMED)
                .toList();
        first.add(OutboundFrames.welcome(epoch.value(), caller, views, named, here.size(), notices.counts(caller)));
        for (var view : views) {
            var room = dispatcher.broadcast(view.id(), view.last());
            // Not before what the person may read, whatever the client says to hold.
            var asked = Math.max(cursors.getOrDefault(view.id(), view.last()), view.first() - 1);
            var held = Math.min(asked, view.last());
            if (view.last() - held > RoomBroadcast.MOST_CAUGHT_UP) {
                first.add(OutboundFrames.limited(view.id(), held + 1, view.last()));
                held = view.last();
            } else if (held < view.last()) {
                room.reachBackTo(held);
            }
            connection.startIn(room, held, view.read());
        }
        connection.greet(first);
        // Whoever hung up meanwhile was taken off before being put on.
        if (connection.isLeaving()) presence.end(connection, caller.id());
        return true;
    }
}
