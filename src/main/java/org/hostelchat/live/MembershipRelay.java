package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Joined;
import org.hostelchat.room.Left;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.RoomClosed;
import org.hostelchat.room.RoomOpened;
import org.hostelchat.room.RoomView;
import org.hostelchat.room.Rooms;

/**
 * Has a person's lines listen to exactly the rooms that the person is in, while they come into rooms and leave them.
 *
 * <p>What the database says when the news is looked at decides, not the news: two changes may be told in another order than they
 * were stored in. The changes of one person are looked at one after the other, so that the last look sees the last change.
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
    void joined(@Observes(during = TransactionPhase.AFTER_SUCCESS) Joined joined) {
        look(joined.userId(), () -> enter(joined.userId(), joined.roomId()));
    }

    /** The person's lines are told, and nothing of the room after that. */
    void left(@Observes(during = TransactionPhase.AFTER_SUCCESS) Left left) {
        // At once: the turn may be waited for as long as somebody else's rooms are read from the database.
        leave(lines.of(left.userId()), left.roomId());
        look(left.userId(), () -> {
            // Again: whoever had the turn may have looked before the person left, and let them in after it.
            leave(lines.of(left.userId()), left.roomId());
            // Who has come back meanwhile comes in anew: what was said between is not for them.
            enter(left.userId(), left.roomId());
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
        for (var line : from) {
            var ended = line.leave(room, told);
            if (ended != null) hubs.unsubscribe(ended);
            dispatcher.pump(line);
        }
    }

    /** In a room that holds everybody is everybody; into others people come one by one. */
    void roomOpened(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomOpened opened) {
        if (!opened.kind().holdsEverybody()) return;
        var view = RoomView.fresh(opened.roomId(), opened.name(), opened.kind());
        lines.forEach(line -> {
            if (line.listensTo(view.id()) != null) return;
            var subscription = hubs.subscribe(line, view.id());
            subscription.hub().begin(0);
            enter(List.of(subscription), view);
            hubs.unsubscribeUnlessTaken(subscription);
        });
    }

    /** The members of another room are told one by one that they have left it. */
    void roomClosed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomClosed closed) {
        if (closed.kind().holdsEverybody()) lines.forEach(line -> leave(List.of(line), closed.roomId()));
    }
}
