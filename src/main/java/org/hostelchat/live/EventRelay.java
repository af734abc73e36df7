package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Objects;
import java.util.stream.Stream;
import org.hostelchat.auth.SessionsEnded;
import org.hostelchat.notice.NoticeEdited;
import org.hostelchat.notice.NoticePosted;
import org.hostelchat.notice.ReceiptChanged;
import org.hostelchat.room.Joined;
import org.hostelchat.room.Left;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.RoomClosed;
import org.hostelchat.room.RoomOpened;
import org.hostelchat.room.RoomView;
import org.hostelchat.room.Rooms;
import org.hostelchat.user.UserChanged;
import org.hostelchat.user.UserErased;

/** Brings what the core did, once it is committed, to the lines that it concerns. */
@ApplicationScoped
public class EventRelay {

    /** So many rooms and people at once are followed without waiting for one another. */
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    @Inject
    private OpenLines lines;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private Rooms rooms;

    @Inject
    private RoomAccess access;

    void sessionsEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded ended) {
        dispatcher.dismiss(
                ended.userId(),
                connection -> ended.ends(connection.sessionId()),
                CloseReasons.SIGNED_OUT,
                CloseCodes.VIOLATED_POLICY);
    }

    void userErased(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserErased erased) {
        dispatcher.dismiss(erased.userId(), connection -> true, CloseReasons.SIGNED_OUT, CloseCodes.VIOLATED_POLICY);
    }

    void userChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserChanged changed) {
        for (var connection : lines.of(changed.userId())) {
            var before = connection.caller();
            connection.become(before.as(changed.name(), changed.role()));
        }
    }

    void noticePosted(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticePosted posted) {
        dispatcher.tellEverybody(OutboundFrames.notice(posted.notice()));
    }

    void noticeEdited(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticeEdited edited) {
        dispatcher.tellEverybody(OutboundFrames.notice(edited.notice()));
    }

    void receiptChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReceiptChanged changed) {
        var frame = OutboundFrames.receipt(changed);
        for (var connection : lines.of(changed.userId())) {
            connection.tellIfThere(frame);
            dispatcher.pump(connection);
        }
    }

    void roomOpened(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomOpened opened) {
        var broadcast = dispatcher.broadcast(opened.roomId());
        var frame = OutboundFrames.room(RoomView.fresh(opened.roomId(), opened.name(), opened.kind()));
        lines.forEach(connection -> connection.enter(broadcast, 0, 0, frame));
        dispatcher.goRound();
    }

    void roomClosed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomClosed closed) {
        if (closed.kind().holdsEverybody()) {
            var frame = OutboundFrames.left(closed.roomId());
            lines.forEach(connection -> connection.leave(closed.roomId(), frame));
            dispatcher.goRound();
        }
        dispatcher.close(closed.roomId());
    }

    void joined(@Observes(during = TransactionPhase.AFTER_SUCCESS) Joined joined) {
        follow(joined.userId(), joined.roomId());
    }

    void left(@Observes(during = TransactionPhase.AFTER_SUCCESS) Left left) {
        follow(left.userId(), left.roomId());
    }

    /**
     * Has a person's lines be in a room, or out of it, as it is now. Joining and leaving may be told of in the wrong order; one after
     * the other, the last to look finds what holds.
     */
    private void follow(long userId, long roomId) {
        if (lines.of(userId).isEmpty()) return;
        synchronized (turns[Math.floorMod(Objects.hash(userId, roomId), turns.length)]) {
            if (access.mayRead(userId, roomId)) {
                var view = rooms.view(userId, roomId);
                var broadcast = dispatcher.broadcast(roomId, view.last());
                var frame = OutboundFrames.room(view);
                lines.of(userId).forEach(connection -> connection.enter(broadcast, view.last(), view.read(), frame));
                // What was stored between the look and the making of the ring.
                dispatcher.changed(roomId);
            } else {
                var frame = OutboundFrames.left(roomId);
                lines.of(userId).forEach(connection -> connection.leave(roomId, frame));
            }
        }
        lines.of(userId).forEach(dispatcher::pump);
    }
}
