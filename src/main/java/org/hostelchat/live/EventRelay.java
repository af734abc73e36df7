package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import org.hostelchat.auth.SessionsEnded;
import org.hostelchat.notice.NoticeEdited;
import org.hostelchat.notice.NoticePosted;
import org.hostelchat.room.RoomClosed;
import org.hostelchat.room.RoomOpened;
import org.hostelchat.room.RoomView;
import org.hostelchat.user.UserChanged;
import org.hostelchat.user.UserErased;

/** Brings what the core did, once it is committed, to the lines that it concerns. */
@ApplicationScoped
public class EventRelay {

    @Inject
    private OpenLines lines;

    @Inject
    private Dispatcher dispatcher;

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

    void roomOpened(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomOpened opened) {
        var broadcast = dispatcher.broadcast(opened.roomId());
        var frame = OutboundFrames.room(RoomView.fresh(opened.roomId(), opened.name(), opened.kind()));
        lines.forEach(connection -> connection.enter(broadcast, frame));
        dispatcher.goRound();
    }

    void roomClosed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomClosed closed) {
        var frame = OutboundFrames.left(closed.roomId());
        lines.forEach(connection -> connection.leave(closed.roomId(), frame));
        dispatcher.close(closed.roomId());
        dispatcher.goRound();
    }
}
