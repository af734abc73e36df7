package org.hostelchat.auth;

/**
 * CDI event: sign-in sessions of a user have ended, so whatever lives on them (sockets) must end too. Observed after the
 * transaction's success.
 *
 * @param userId whose
 * @param onlySessionId the one session that ended, or null when all did (but for {@code exceptSessionId})
 * @param exceptSessionId the one session that goes on, or null
 */
public record SessionsEnded(long userId, String onlySessionId, String exceptSessionId) {

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
}
