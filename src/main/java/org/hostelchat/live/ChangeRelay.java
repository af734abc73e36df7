package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.function.Predicate;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeListener;
import org.hostelchat.changelog.LoggedChange;

/**
 * Sends changes from the log of changes to the connections that they concern. A change costs a fixed number of queries
 * at most, however many connections there are, and none if it concerns no open connection.
 */
@ApplicationScoped
public class ChangeRelay implements ChangeListener {

    private OpenConnections connections;
    private Notifier notifier;
    private MembershipRelay memberships;
    private RoomChangeRelay rooms;
    private BoardRelay board;
    private OwnRelay own;

    @Inject
    ChangeRelay(
            OpenConnections connections,
            Notifier notifier,
            MembershipRelay memberships,
            RoomChangeRelay rooms,
            BoardRelay board,
            OwnRelay own) {
        this.connections = connections;
        this.notifier = notifier;
        this.memberships = memberships;
        this.rooms = rooms;
        this.board = board;
        this.own = own;
    }

    /** For the CDI proxy. */
    protected ChangeRelay() {}

    @Override
    public void onChange(LoggedChange logged) {
        if (connections.size() > 0) logged.change().handle(new Telling(logged.seq()));
    }

    /**
     * Some changes were not delivered: closes all connections, so that clients reconnect and receive what they missed
     * of their rooms and the notice board.
     */
    @Override
    public void passedOver() {
        connections.forEach(connection ->
                notifier.dismiss(connection, CloseReasons.membershipUnknown(), CloseCodes.TRY_AGAIN_LATER));
    }

    private void dismiss(long userId, Predicate<Connection> which) {
        notifier.dismiss(userId, which, CloseReasons.signedOut(), CloseCodes.VIOLATED_POLICY);
    }

    /** Handles one change, depending on its kind. */
    private final class Telling implements Change.Handler {

        private final long seq;

        Telling(long seq) {
            this.seq = seq;
        }

        @Override
        public void userChanged(Change.UserChanged change) {
            own.changed(change.userId());
        }

        @Override
        public void settingsChanged(Change.SettingsChanged change) {
            own.changed(change.userId());
        }

        @Override
        public void userErased(Change.UserErased change) {
            dismiss(change.userId(), connection -> true);
        }

        @Override
        public void sessionsEnded(Change.SessionsEnded change) {
            dismiss(change.userId(), connection -> change.ends(connection.sessionId()));
        }

        @Override
        public void roomOpened(Change.RoomOpened change) {
            memberships.roomOpened(change.roomId());
        }

        @Override
        public void roomChanged(Change.RoomChanged change) {
            rooms.changed(change.roomId());
        }

        @Override
        public void roomClosed(Change.RoomClosed change) {
            memberships.roomClosed(change.roomId(), OutboundFrames.left(change.roomId()));
        }

        @Override
        public void joined(Change.Joined change) {
            memberships.joined(change.userId(), change.roomId());
            board.joined(change.userId(), change.roomId(), seq);
        }

        @Override
        public void left(Change.Left change) {
            memberships.left(change.userId(), change.roomId());
        }

        @Override
        public void membersChanged(Change.MembersChanged change) {
            memberships.membersChanged(change.roomId());
            board.membersChanged(change.roomId(), seq);
        }

        @Override
        public void noticePosted(Change.NoticePosted change) {
            memberships.roomOpened(change.roomId());
            board.tell(change.noticeId(), seq);
        }

        @Override
        public void noticeEdited(Change.NoticeEdited change) {
            board.tell(change.noticeId(), seq);
        }

        @Override
        public void noticeReminded(Change.NoticeReminded change) {
            board.remind(change.noticeId(), seq);
        }

        @Override
        public void noticeWithdrawn(Change.NoticeWithdrawn change) {
            memberships.roomClosed(change.roomId(), OutboundFrames.withdrawn(change.roomId(), seq));
        }

        @Override
        public void receiptChanged(Change.ReceiptChanged change) {
            notifier.tellOwn(change.userId(), OutboundFrames.receipt(change, seq));
        }
    }
}
