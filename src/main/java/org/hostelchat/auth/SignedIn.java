package org.hostelchat.auth;

import org.hostelchat.language.Language;
import org.hostelchat.principal.Caller;

/**
 * An authenticated caller, and by what they authenticated.
 *
 * @param caller on whose behalf to act; its source names the session too
 * @param session names the session, token or key in {@code Change.SessionsEnded}; not a secret. Keep it with whatever
 * depends on the sign-in, such as a WebSocket.
 * @param scope what may be done of what the caller may do
 */
public record SignedIn(Caller caller, String session, TokenScope scope) {

    public SignedIn {
        caller = caller.through(session);
    }

    /** With the full scope. */
    public SignedIn(Caller caller, String session) {
        this(caller, session, TokenScope.ALL);
    }

    /** A copy with another language. */
    public SignedIn speaking(Language language) {
        return new SignedIn(caller.speaking(language), session, scope);
    }

    /** A copy with another address, see {@link org.hostelchat.principal.CallSource}. */
    public SignedIn from(String address) {
        return new SignedIn(caller.from(address), session, scope);
    }
}
