package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hostelchat.changelog.ChangeTail;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.notice.MissedNotices;
import org.hostelchat.notice.Notices;
import org.hostelchat.presence.Presence;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.Epoch;
import org.hostelchat.room.RoomView;
import org.hostelchat.room.Rooms;

/**
 * Answers hello with the current state, and subscribes the connection in each of the person's rooms exactly after the
 * number that the client holds.
 *
 * <p>A client that missed little is sent the events from the room's ring; one that missed more is told to fetch pages
 * over HTTP.
 */
@ApplicationScoped
class Greeting {

    private final Rooms rooms;
    private final RoomHubs hubs;
    private final MembershipRelay memberships;
    private final PresenceBoard presence;
    private final Notices notices;
    private final ChangeTail changes;
    private final MissedNotices missed;
    private final Epoch epoch;
    private final OwnRelay own;

    @Inject
    Greeting(
            Rooms rooms,
            RoomHubs hubs,
            MembershipRelay memberships,
            PresenceBoard presence,
            Notices notices,
            ChangeTail changes,
            MissedNotices missed,
            Epoch epoch,
            OwnRelay own) {
        this.rooms = rooms;
        this.hubs = hubs;
        this.memberships = memberships;
        this.presence = presence;
        this.notices = notices;
        this.changes = changes;
        this.missed = missed;
        this.epoch = epoch;
        this.own = own;
    }

    /** For the CDI proxy. */
    protected Greeting() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** @return false if hello was answered before, or the connection is closing */
    boolean greet(Connection connection, InboundFrame.Hello hello) {
        if (!connection.beginGreeting()) return false;
        var caller = connection.caller();
        presence.renew(connection, Presence.of(caller), System.nanoTime());
        // Read before anything else, while changes are already noted for this connection: no change falls in between.
        var told = changes.told();
        var views = rooms.of(caller);
        var first = new ArrayList<Frame>();
        first.add(welcome(caller, views, told));
        if (hello.changes() != null) first.add(board(caller, hello.changes()));
        startIn(connection, views, hello.cursors(), first);
        var listed = views.stream().map(RoomView::id).collect(Collectors.toSet());
        for (var room : connection.greet(first, listed)) memberships.lookAgain(caller.id(), room);
        // The connection may have closed meanwhile, and its presence have ended before it began.
        if (connection.isClosing()) presence.end(connection, caller.id());
        return true;
    }

    private Frame board(Caller caller, long held) {
        return missed.since(caller, held).map(OutboundFrames::board).orElseGet(OutboundFrames::boardLimited);
    }

    private Frame welcome(Caller caller, List<RoomView> views, long told) {
        var here = presence.here();
        var named = here.stream()
                .sorted((a, b) -> Boolean.compare(b.id() == caller.id(), a.id() == caller.id()))
                .limit(OutboundFrames.MOST_NAMED)
                .toList();
        return OutboundFrames.welcome(
                epoch.value(), caller, views, named, here.size(), notices.counts(caller), told, own.of(caller.id()));
    }

    private void startIn(Connection connection, List<RoomView> views, Map<Long, Long> cursors, List<Frame> first) {
        var subscriptions = new ArrayList<Subscription>(views.size());
        try {
            for (var view : views) subscriptions.add(hubs.subscribe(connection, view.id()));
            hubs.begin(subscriptions);
            for (var i = 0; i < views.size(); i++) startIn(subscriptions.get(i), views.get(i), cursors, first);
        } finally {
            // Unsubscribes what the connection did not take: rooms that were left meanwhile; all of them if the query
            // failed or the connection is gone.
            subscriptions.forEach(hubs::unsubscribeUnlessTaken);
        }
    }

    private static void startIn(Subscription subscription, RoomView view, Map<Long, Long> cursors, List<Frame> first) {
        // Not before the first number that the person may read, whatever the client claims to hold.
        var asked = Math.max(cursors.getOrDefault(view.id(), view.last()), view.first() - 1);
        var held = Math.min(asked, view.last());
        if (view.last() - held > RoomBroadcast.MOST_CAUGHT_UP) {
            first.add(OutboundFrames.limited(view.id(), held + 1, view.last()));
            held = view.last();
        }
        subscription.hub().reachBackTo(held);
        subscription.connection().startIn(subscription, held, view.read());
    }
}
