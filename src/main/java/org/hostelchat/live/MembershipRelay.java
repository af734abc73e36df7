package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Room;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.RoomView;
import org.hostelchat.room.Rooms;

/**
 * Has a person's lines listen to exactly the rooms that the person is in, while they come into rooms and leave them.
 *
 * <p>Told by {@link ChangeRelay}, in the order of the log. What the database says when a change is looked at decides, not the change:
 * others may have followed, and greetings look at the same time. One person's are looked at one after the other, so that the last look
 * sees the last change.
 */
@ApplicationScoped
public class MembershipRelay {

    private static final System.Logger LOG = System.getLogger(MembershipRelay.class.getName());

    private final Object[] turns = new Object[64];
    private final OpenLines lines;
    private final RoomHubs hubs;
    private final RoomAccess access;
    private final Rooms rooms;
    private final Dispatcher dispatcher;
    private final Notifier notifier;

    @Inject
    MembershipRelay(
            OpenLines lines, RoomHubs hubs, RoomAccess access, Rooms rooms, Dispatcher dispatcher, Notifier notifier) {
        this.lines = lines;
        this.hubs = hubs;
        this.access = access;
        this.rooms = rooms;
        this.dispatcher = dispatcher;
        this.notifier = notifier;
        Arrays.setAll(turns, i -> new Object());
    }

    /** For the container's proxy. */
    protected MembershipRelay() {
        this(null, null, null, null, null, null);
    }

    /** The person's lines are told of the room, and what happens there from now on. */
    void joined(long userId, long room) {
        look(userId, () -> enter(userId, room));
    }

    /** The person's lines are told, and nothing of the room after that. */
    void left(long userId, long room) {
        // At once: the turn may be waited for as long as somebody else's rooms are read from the database.
        leave(lines.of(userId), room);
        look(userId, () -> {
            // Again: whoever had the turn may have looked before the person left, and let them in after it.
            leave(lines.of(userId), room);
            // Who has come back meanwhile comes in anew: what was said between is not for them.
            enter(userId, room);
        });
    }

    /** Something has changed while a line of this person was greeted. */
    void lookAgain(long userId, long room) {
        look(userId, () -> enter(userId, room));
    }

    private void look(long userId, Runnable what) {
        synchronized (turns[(int) (userId % turns.length)]) {
            try {
                what.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "A person's lines are closed, to come back to the right rooms", e);
                notifier.dismiss(userId, line -> true, CloseReasons.MEMBERSHIP_UNKNOWN, CloseCodes.TRY_AGAIN_LATER);
            }
        }
    }

    private void enter(long userId, long room) {
        var own = lines.of(userId).stream()
                .filter(line -> line.listensTo(room) == null)
                .toList();
        if (own.isEmpty()) return;
        var subscriptions = own.stream().map(line -> hubs.subscribe(line, room)).toList();
        try {
            // After subscribing: what is stored from here on is told.
            if (!access.mayRead(userId, room)) return;
            hubs.begin(subscriptions);
            enter(subscriptions, rooms.view(userId, room));
        } catch (Refusal.NotFound closed) {
            // Which those who are in it are told of its own accord.
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
        for (var line : from) leave(line, room, told);
    }

    private void leave(Connection line, long room, Frame told) {
        var ended = line.leave(room, told);
        if (ended == null) return;
        hubs.unsubscribe(ended);
        dispatcher.pump(line);
    }

    /** In a room that holds everybody is everybody; into others come those with whom it was made. */
    void roomOpened(long room) {
        try {
            var opened = rooms.find(room);
            if (opened.kind().holdsEverybody()) enterAll(opened);
            else enterMembers(room);
        } catch (Refusal.NotFound closed) {
            // Which those who are in it are told next.
            return;
        }
    }

    private void enterAll(Room room) {
        var view = RoomView.fresh(room.id(), room.name(), room.kind());
        lines.forEach(line -> {
            if (line.listensTo(view.id()) != null) return;
            var subscription = hubs.subscribe(line, view.id());
            subscription.hub().begin(0);
            enter(List.of(subscription), view);
            hubs.unsubscribeUnlessTaken(subscription);
        });
    }

    /** All of them by the same few queries. */
    private void enterMembers(long room) {
        var subscriptions = new ArrayList<Subscription>();
        for (long member : rooms.members(room)) {
            for (var line : lines.of(member)) {
                if (line.listensTo(room) == null) subscriptions.add(hubs.subscribe(line, room));
            }
        }
        if (subscriptions.isEmpty()) return;
        try {
            hubs.begin(subscriptions);
            var byPerson = subscriptions.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.connection().caller().id()));
            // Of whoever is in it still: nobody else is let in, and who leaves from here on is told after this.
            rooms.views(byPerson.keySet(), room).forEach((person, view) -> enter(byPerson.get(person), view));
        } finally {
            subscriptions.forEach(hubs::unsubscribeUnlessTaken);
        }
    }

    /**
     * Nobody is in the room any more. Whoever was is told, and nobody else.
     *
     * @param told the frame that says so
     */
    void roomClosed(long room, Frame told) {
        // Also those who are just being greeted, and may have seen it open.
        lines.forEach(line -> leave(line, room, told));
    }
}
