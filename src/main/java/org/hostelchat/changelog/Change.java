package org.hostelchat.changelog;

/**
 * A change of state that listeners must learn of. Holds ids only, because listeners read the present state when they
 * are told. Each kind is one record, and handlers must handle every kind ({@link Handler}).
 */
public sealed interface Change {

    /** Calls the handler's method for this kind of change. */
    void handle(Handler handler);

    /** A user is new, or their name, enrolment number, role, active state or mute has changed. */
    record UserChanged(long userId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.userChanged(this);
        }
    }

    /** A person has chosen other settings of their own, such as of what they are notified. */
    record SettingsChanged(long userId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.settingsChanged(this);
        }
    }

    /** An account was deleted, and its id is never reused. All its sessions have ended. */
    record UserErased(long userId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.userErased(this);
        }
    }

    /**
     * Sign-in sessions or access tokens of a user have ended, so everything that depends on them (WebSockets) must end
     * too.
     *
     * @param userId their owner; 0 for machine tokens
     * @param onlySessionId the one session that ended, or null when all did (except {@code exceptSessionId}), personal
     * tokens included
     * @param exceptSessionId the one session that continues, or null
     */
    record SessionsEnded(long userId, String onlySessionId, String exceptSessionId) implements Change {

        public static SessionsEnded all(long userId) {
            return new SessionsEnded(userId, null, null);
        }

        public static SessionsEnded allBut(long userId, String sessionId) {
            return new SessionsEnded(userId, null, sessionId);
        }

        public static SessionsEnded one(long userId, String sessionId) {
            return new SessionsEnded(userId, sessionId, null);
        }

        /** Whether a WebSocket that was opened by this session, token or key must be closed. */
        public boolean ends(String sessionId) {
            if (onlySessionId != null) return onlySessionId.equals(sessionId);
            return exceptSessionId == null || !exceptSessionId.equals(sessionId);
        }

        @Override
        public void handle(Handler handler) {
            handler.sessionsEnded(this);
        }
    }

    /**
     * A room was created, with its first members in it. For a notice's discussion there is {@link NoticePosted}
     * instead.
     */
    record RoomOpened(long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.roomOpened(this);
        }
    }

    /** A room's name, topic, or rule for posting has changed. */
    record RoomChanged(long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.roomChanged(this);
        }
    }

    /** A room was closed for good. For a notice's discussion there is {@link NoticeWithdrawn} instead. */
    record RoomClosed(long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.roomClosed(this);
        }
    }

    /** A person has joined a room or was added to it. */
    record Joined(long userId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.joined(this);
        }
    }

    /** A person has left a room or was removed from it. */
    record Left(long userId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.left(this);
        }
    }

    /** Many people have come into a room or gone from it at once, or it holds everybody now: whoever listens must compare. */
    record MembersChanged(long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.membersChanged(this);
        }
    }

    /** A notice was posted, and the room for its discussion was opened. */
    record NoticePosted(long noticeId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.noticePosted(this);
        }
    }

    /** A notice was edited, and its room may have another name. */
    record NoticeEdited(long noticeId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.noticeEdited(this);
        }
    }

    /** Those who had not acknowledged a notice by then were reminded of it. */
    record NoticeReminded(long noticeId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.noticeReminded(this);
        }
    }

    /** A notice was withdrawn, and the room of its discussion was closed. */
    record NoticeWithdrawn(long noticeId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.noticeWithdrawn(this);
        }
    }

    /**
     * A person's stored receipt of a notice has changed: it was read or acknowledged.
     *
     * @param userId whose receipt it is
     * @param acknowledgedVersion the version that was acknowledged; null if the notice was only read
     */
    record ReceiptChanged(long userId, long noticeId, Long acknowledgedVersion) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.receiptChanged(this);
        }
    }

    /** One method for each kind of change, so that handling every kind is checked by the compiler. */
    interface Handler {

        void userChanged(UserChanged change);

        void settingsChanged(SettingsChanged change);

        void userErased(UserErased change);

        void sessionsEnded(SessionsEnded change);

        void roomOpened(RoomOpened change);

        void roomChanged(RoomChanged change);

        void roomClosed(RoomClosed change);

        void joined(Joined change);

        void left(Left change);

        void membersChanged(MembersChanged change);

        void noticePosted(NoticePosted change);

        void noticeEdited(NoticeEdited change);

        void noticeReminded(NoticeReminded change);

        void noticeWithdrawn(NoticeWithdrawn change);

        void receiptChanged(ReceiptChanged change);
    }
}
