package org.hostelchat.auth;

import org.hostelchat.language.Language;
import org.hostelchat.principal.Caller;

/**
 * Who is signed in, and by what.
 *
 * @param caller on whose behalf to act
 * @param session names the session, token or key for {@code Change.SessionsEnded}; no secret. Keep it with whatever lives on the
 *     sign-in, such as a socket.
 * @param scope what may be done of what the caller may do
 */
public record SignedIn(Caller caller, String session, TokenScope scope) {

    /** Somebody who may do all that they may do. */
    public SignedIn(Caller caller, String session) {
        this(caller, session, TokenScope.ALL);
    }

    /** The same who is spoken to in this language. */
    public SignedIn speaking(Language language) {
        return new SignedIn(caller.speaking(language), session, scope);
    }

    /** The same from this address, see {@link org.hostelchat.principal.CallSource}. */
    public SignedIn from(String address) {
        return new SignedIn(caller.from(address), session, scope);
    }
}
