package org.hostelchat.changelog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A row of the log. Never modified. */
@Entity
@Table(name = "changes")
class ChangeEntry {

    @Id
    private long seq;

    private Instant at;

    /** The name of a {@link ChangeKind}, or an unknown one stored by a newer version of the program. */
    private String kind;

    @Column(name = "user_id")
    private Long userId;

    @Column(name = "room_id")
    private Long roomId;

    @Column(name = "notice_id")
    private Long noticeId;

    @Column(name = "session_id")
    private String sessionId;

    private Long version;

    protected ChangeEntry() {}

    ChangeEntry(long seq, Instant at, Change change) {
        this.seq = seq;
        this.at = at;
        change.handle(new Columns());
    }

    static final List<String> COLUMNS =
            List.of("seq", "at", "kind", "user_id", "room_id", "notice_id", "session_id", "version");

    /** The values of {@link #COLUMNS}. */
    List<Object> row() {
        return Arrays.asList(seq, at.toEpochMilli(), kind, userId, roomId, noticeId, sessionId, version);
    }

    long seq() {
        return seq;
    }

    /** When it was appended; not monotonic, because clocks of several servers differ. */
    Instant at() {
        return at;
    }

    LoggedChange logged() {
        return new LoggedChange(seq, change());
    }

    private Change change() {
        var known = ChangeKind.of(kind);
        if (known == null) return null;
        return switch (known) {
            case USER_CHANGED -> new Change.UserChanged(userId);
            case SETTINGS_CHANGED -> new Change.SettingsChanged(userId);
            case USER_ERASED -> new Change.UserErased(userId);
            case SESSION_ENDED -> Change.SessionsEnded.one(userId, sessionId);
            case SESSIONS_ENDED -> Change.SessionsEnded.all(userId);
            case OTHER_SESSIONS_ENDED -> Change.SessionsEnded.allBut(userId, sessionId);
            case ROOM_OPENED -> new Change.RoomOpened(roomId);
            case ROOM_CHANGED -> new Change.RoomChanged(roomId);
            case ROOM_CLOSED -> new Change.RoomClosed(roomId);
            case JOINED -> new Change.Joined(userId, roomId);
            case LEFT -> new Change.Left(userId, roomId);
            case MEMBERS_CHANGED -> new Change.MembersChanged(roomId);
            case NOTICE_POSTED -> new Change.NoticePosted(noticeId, roomId);
            case NOTICE_EDITED -> new Change.NoticeEdited(noticeId, roomId);
            case NOTICE_REMINDED -> new Change.NoticeReminded(noticeId, roomId);
            case NOTICE_WITHDRAWN -> new Change.NoticeWithdrawn(noticeId, roomId);
            case RECEIPT_CHANGED -> new Change.ReceiptChanged(userId, noticeId, version);
        };
    }

    /** Sets the columns that a kind of change uses. */
    private final class Columns implements Change.Handler {

        private void of(ChangeKind which, Long user, Long room, Long notice) {
            kind = which.name();
            userId = user;
            roomId = room;
            noticeId = notice;
        }

        @Override
        public void userChanged(Change.UserChanged change) {
            of(ChangeKind.USER_CHANGED, change.userId(), null, null);
        }

        @Override
        public void settingsChanged(Change.SettingsChanged change) {
            of(ChangeKind.SETTINGS_CHANGED, change.userId(), null, null);
        }

        @Override
        public void userErased(Change.UserErased change) {
            of(ChangeKind.USER_ERASED, change.userId(), null, null);
        }

        @Override
        public void sessionsEnded(Change.SessionsEnded change) {
            var only = change.onlySessionId();
            var except = change.exceptSessionId();
            var which = except != null ? ChangeKind.OTHER_SESSIONS_ENDED : ChangeKind.SESSIONS_ENDED;
            of(only != null ? ChangeKind.SESSION_ENDED : which, change.userId(), null, null);
            sessionId = only != null ? only : except;
        }

        @Override
        public void roomOpened(Change.RoomOpened change) {
            of(ChangeKind.ROOM_OPENED, null, change.roomId(), null);
        }

        @Override
        public void roomChanged(Change.RoomChanged change) {
            of(ChangeKind.ROOM_CHANGED, null, change.roomId(), null);
        }

        @Override
        public void roomClosed(Change.RoomClosed change) {
            of(ChangeKind.ROOM_CLOSED, null, change.roomId(), null);
        }

        @Override
        public void joined(Change.Joined change) {
            of(ChangeKind.JOINED, change.userId(), change.roomId(), null);
        }

        @Override
        public void left(Change.Left change) {
            of(ChangeKind.LEFT, change.userId(), change.roomId(), null);
        }

        @Override
        public void membersChanged(Change.MembersChanged change) {
            of(ChangeKind.MEMBERS_CHANGED, null, change.roomId(), null);
        }

        @Override
        public void noticePosted(Change.NoticePosted change) {
            of(ChangeKind.NOTICE_POSTED, null, change.roomId(), change.noticeId());
        }

        @Override
        public void noticeEdited(Change.NoticeEdited change) {
            of(ChangeKind.NOTICE_EDITED, null, change.roomId(), change.noticeId());
        }

        @Override
        public void noticeReminded(Change.NoticeReminded change) {
            of(ChangeKind.NOTICE_REMINDED, null, change.roomId(), change.noticeId());
        }

        @Override
        public void noticeWithdrawn(Change.NoticeWithdrawn change) {
            of(ChangeKind.NOTICE_WITHDRAWN, null, change.roomId(), change.noticeId());
        }

        @Override
        public void receiptChanged(Change.ReceiptChanged change) {
            of(ChangeKind.RECEIPT_CHANGED, change.userId(), null, change.noticeId());
            version = change.acknowledgedVersion();
        }
    }
}
