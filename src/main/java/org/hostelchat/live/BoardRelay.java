package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.notice.Acknowledgements;
import org.hostelchat.notice.NoticeView;
import org.hostelchat.notice.Notices;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.Rooms;

/**
 * Sends changes of the notice board to those whom the notice concerns, and to nobody else. Called by {@link ChangeRelay};
 * a notice that is withdrawn by now is not sent, because a later change says so.
 */
@ApplicationScoped
class BoardRelay {

    private final OpenConnections connections;
    private final Notifier notifier;
    private final Notices notices;
    private final Acknowledgements acknowledgements;
    private final Rooms rooms;

    @Inject
    BoardRelay(
            OpenConnections connections,
            Notifier notifier,
            Notices notices,
            Acknowledgements acknowledgements,
            Rooms rooms) {
        this.connections = connections;
        this.notifier = notifier;
        this.notices = notices;
        this.acknowledgements = acknowledgements;
        this.rooms = rooms;
    }

    /** For the CDI proxy. */
    protected BoardRelay() {
        this(null, null, null, null, null);
    }

    /** The notice is new, or was edited. */
    void tell(long noticeId, long seq) {
        find(noticeId).ifPresent(notice -> tell(notice, OutboundFrames.notice(notice, seq)));
    }

    /** Those who have not acknowledged the notice are reminded of it. */
    void remind(long noticeId, long seq) {
        find(noticeId).ifPresent(notice -> {
            var missing = new HashSet<>(acknowledgements.missing(noticeId));
            notifier.tell(
                    connection -> missing.contains(connection.caller().id()), OutboundFrames.reminder(notice, seq));
        });
    }

    /** Many have come into a room or gone from it: if a notice on the board is discussed there, it concerns others now. */
    void membersChanged(long room, long seq) {
        notices.onBoardInRoom(Caller.OPERATOR, room)
                .ifPresent(notice -> tell(notice, OutboundFrames.noticeOfOthers(notice, seq)));
    }

    /** Somebody has come into a room: if a notice on the board is discussed there, it concerns them now. */
    void joined(long userId, long room, long seq) {
        for (var connection : connections.of(userId)) {
            var own = notices.onBoardInRoom(connection.caller(), room);
            if (own.isEmpty()) return;
            notifier.tellOwn(userId, OutboundFrames.noticeOfOwn(own.get(), seq));
            return;
        }
    }

    private void tell(NoticeView notice, Frame frame) {
        if (notice.options().audience() == null) {
            notifier.tellEverybody(frame);
            return;
        }
        var concerned = Set.copyOf(rooms.members(notice.room()));
        Predicate<Connection> isConcerned =
                connection -> concerned.contains(connection.caller().id());
        notifier.tell(isConcerned, frame);
    }

    private Optional<NoticeView> find(long noticeId) {
        try {
            return Optional.of(notices.find(Caller.OPERATOR, noticeId))
                    .filter(notice -> notice.shown() && notice.withdrawnAt() == null);
        } catch (Refusal.NotFound gone) {
            return Optional.empty();
        }
    }
}
