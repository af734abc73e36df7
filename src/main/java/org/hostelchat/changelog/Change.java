package org.hostelchat.changelog;

/**
 * Something that has changed for whoever listens: with numbers only, for what holds by now is read when it is told. One kind has one
 * record, and whoever handles changes handles all kinds ({@link Handler}).
 */
public sealed interface Change {

    /** Calls the method of this change's kind. */
    void handle(Handler handler);

    /** A user is new, or their name, enrolment number, role, or whether they are active has changed. */
    record UserChanged(long userId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.userChanged(this);
        }
    }

    /** An account is gone, and its number is never given again. All its sessions have ended. */
    record UserErased(long userId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.userErased(this);
        }
    }

    /**
     * Sign-in sessions or access tokens of a user have ended, so whatever lives on them (sockets) must end too.
     *
     * @param userId whose; 0 for the office's tokens
     * @param onlySessionId the one session that ended, or null when all did (but for {@code exceptSessionId}), personal tokens included
     * @param exceptSessionId the one session that goes on, or null
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

        /** Whether a socket that was opened by this session has to close; a token's and the operator's too. */
        public boolean ends(String sessionId) {
            if (onlySessionId != null) return onlySessionId.equals(sessionId);
            return exceptSessionId == null || !exceptSessionId.equals(sessionId);
        }

        @Override
        public void handle(Handler handler) {
            handler.sessionsEnded(this);
        }
    }

    /** A room has come into being, with its first members in it. A notice's discussion comes with {@link NoticePosted} alone. */
    record RoomOpened(long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.roomOpened(this);
        }
    }

    /** A room has another name or topic, or other people may post in it. */
    record RoomChanged(long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.roomChanged(this);
        }
    }

    /** Nobody is in this room any more, nor will be. A notice's discussion goes with {@link NoticeWithdrawn} alone. */
    record RoomClosed(long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.roomClosed(this);
        }
    }

    /** A person has come into a room, by themselves or by being taken in. */
    record Joined(long userId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.joined(this);
        }
    }

    /** A person is not in a room any more, because they left or were removed. */
    record Left(long userId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.left(this);
        }
    }

    /** A notice stands on the board, and the room of its discussion is open. */
    record NoticePosted(long noticeId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.noticePosted(this);
        }
    }

    /** A notice reads differently, and its room may have another name. */
    record NoticeEdited(long noticeId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.noticeEdited(this);
        }
    }

    /** A notice is gone from the board, and the room of its discussion is closed. */
    record NoticeWithdrawn(long noticeId, long roomId) implements Change {
        @Override
        public void handle(Handler handler) {
            handler.noticeWithdrawn(this);
        }
    }

    /**
     * A person has read or acknowledged a notice, which changed what was stored.
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

    /** A method for each kind of change: whoever leaves one out does not compile. */
    interface Handler {

        void userChanged(UserChanged change);

        void userErased(UserErased change);

        void sessionsEnded(SessionsEnded change);

        void roomOpened(RoomOpened change);

        void roomChanged(RoomChanged change);

        void roomClosed(RoomClosed change);

        void joined(Joined change);

        void left(Left change);

        void noticePosted(NoticePosted change);

        void noticeEdited(NoticeEdited change);

        void noticeWithdrawn(NoticeWithdrawn change);

        void receiptChanged(ReceiptChanged change);
    }
}
