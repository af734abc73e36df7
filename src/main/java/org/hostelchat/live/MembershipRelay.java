package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.RoomView;
import org.hostelchat.room.Rooms;

/**
 * Keeps each of a person's connections subscribed to exactly the rooms that the person is in, as they join and leave
 * rooms.
 *
 * <p>Called by {@link ChangeRelay} in the order of the log. The database's state at the time of the check decides, not
 * the change, because other changes may have followed, and greetings read at the same time. Checks for one person are
 * serialised, so that the last check sees the last change.
 */
@ApplicationScoped
public class MembershipRelay {

    private static final System.Logger LOG = System.getLogger(MembershipRelay.class.getName());

    private final Object[] turns = new Object[64];
    private final OpenConnections connections;
    private final RoomHubs hubs;
    private final RoomAccess access;
    private final Rooms rooms;
    private final Dispatcher dispatcher;
    private final Notifier notifier;

    @Inject
    MembershipRelay(
            OpenConnections connections,
            RoomHubs hubs,
            RoomAccess access,
            Rooms rooms,
            Dispatcher dispatcher,
            Notifier notifier) {
        this.connections = connections;
        this.hubs = hubs;
        this.access = access;
        this.rooms = rooms;
        this.dispatcher = dispatcher;
        this.notifier = notifier;
        Arrays.setAll(turns, i -> new Object());
    }

    /** For the CDI proxy. */
    protected MembershipRelay() {
        this(null, null, null, null, null, null);
    }

    /** Subscribes the person's connections to the room and tells them so. */
    void joined(long userId, long room) {
        look(userId, () -> enter(userId, room));
    }

    /** Unsubscribes the person's connections from the room and tells them so. */
    void left(long userId, long room) {
        // Now, before waiting for the lock: its holder may be reading rooms from the database.
        leave(connections.of(userId), room);
        look(userId, () -> {
            // And again: the holder of the lock may have read before the person left, and subscribed them since.
            leave(connections.of(userId), room);
            // Somebody who has rejoined meanwhile is subscribed anew: events from the time between are not for them.
            enter(userId, room);
        });
    }

    /** Subscribes and unsubscribes whoever has come and gone, with a fixed number of queries. */
    void membersChanged(long room) {
        if (rooms.holdsEverybody(room)) {
            roomOpened(room);
            return;
        }
        var members = Set.copyOf(rooms.members(room));
        var others = new HashSet<Long>();
        var told = OutboundFrames.left(room);
        connections.forEach(connection -> {
            if (members.contains(connection.caller().id())) return;
            others.add(connection.caller().id());
            leave(connection, room, told);
        });
        // And again, as in left: whoever holds the lock may have read before this change. Somebody who has come back
        // meanwhile is subscribed by a later change.
        for (var person : others) look(person, () -> leave(connections.of(person), room));
        try {
            enterMembers(room);
        } catch (Refusal.NotFound closed) {
            // The room is gone, and a change of its own tells its members so.
        }
    }

    /** The membership has changed while a connection of this person was being greeted. */
    void lookAgain(long userId, long room) {
        look(userId, () -> enter(userId, room));
    }

    private void look(long userId, Runnable what) {
        synchronized (turns[(int) (userId % turns.length)]) {
            try {
                what.run();
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A person's connections are closed, to come back to the right rooms",
                        e);
                notifier.dismiss(
                        userId, connection -> true, CloseReasons.membershipUnknown(), CloseCodes.TRY_AGAIN_LATER);
            }
        }
    }

    private void enter(long userId, long room) {
        var own = connections.of(userId).stream()
                .filter(connection -> connection.listensTo(room) == null)
                .toList();
        if (own.isEmpty()) return;
        var subscriptions =
                own.stream().map(connection -> hubs.subscribe(connection, room)).toList();
        try {
            // Checked after subscribing: events that are stored from here on are delivered.
            if (!access.mayRead(userId, room)) return;
            hubs.begin(subscriptions);
            enter(subscriptions, rooms.view(userId, room));
        } catch (Refusal.NotFound closed) {
            // The room is gone, and a change of its own tells its members so.
            return;
        } finally {
            subscriptions.forEach(hubs::unsubscribeUnlessTaken);
        }
    }

    private void enter(Collection<Subscription> subscriptions, RoomView view) {
        var told = OutboundFrames.room(view);
        for (var subscription : subscriptions) {
            subscription.hub().reachBackTo(view.last());
            subscription.connection().enter(subscription, view, told);
            dispatcher.pump(subscription.connection());
        }
    }

    private void leave(Collection<Connection> from, long room) {
        var told = OutboundFrames.left(room);
        for (var connection : from) leave(connection, room, told);
    }

    private void leave(Connection connection, long room, Frame told) {
        var ended = connection.leave(room, told);
        if (ended == null) return;
        hubs.unsubscribe(ended);
        dispatcher.pump(connection);
    }

    /** Subscribes everybody to a room that holds everybody, and its first members to any other room. */
    void roomOpened(long room) {
        try {
            if (rooms.find(room).kind().holdsEverybody()) enterAll(room);
            else enterMembers(room);
        } catch (Refusal.NotFound closed) {
            // The room is gone, and the next change tells its members so.
            return;
        }
    }

    /** What was said before is read for those who come. */
    private void enterAll(long room) {
        var subscriptions = new ArrayList<Subscription>();
        connections.forEach(connection -> {
            if (connection.listensTo(room) == null) subscriptions.add(hubs.subscribe(connection, room));
        });
        try {
            hubs.begin(subscriptions);
            // Read after subscribing: events that are stored from here on are delivered.
            enter(subscriptions, RoomView.ofEverybody(rooms.find(room)));
        } finally {
            subscriptions.forEach(hubs::unsubscribeUnlessTaken);
        }
    }

    /** Subscribes all members of the room, with a fixed number of queries. */
    private void enterMembers(long room) {
        var subscriptions = new ArrayList<Subscription>();
        for (long member : rooms.members(room)) {
            for (var connection : connections.of(member)) {
                if (connection.listensTo(room) == null) subscriptions.add(hubs.subscribe(connection, room));
            }
        }
        if (subscriptions.isEmpty()) return;
        try {
            hubs.begin(subscriptions);
            var byPerson = subscriptions.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.connection().caller().id()));
            // Only those who are still members; somebody who leaves from here on is unsubscribed by a later change.
            rooms.views(byPerson.keySet(), room).forEach((person, view) -> enter(byPerson.get(person), view));
        } finally {
            subscriptions.forEach(hubs::unsubscribeUnlessTaken);
        }
    }

    /**
     * Unsubscribes all from a closed room, and tells those who listened to it.
     *
     * @param told the frame that says so
     */
    void roomClosed(long room, Frame told) {
        // Including connections that are being greeted and may have read the room as open.
        connections.forEach(connection -> leave(connection, room, told));
    }
}
