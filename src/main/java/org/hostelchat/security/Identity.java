package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hostelchat.auth.SignedIn;

/**
 * Who makes a request, found out once and kept with it.
 *
 * @param signedIn null if nobody has signed in, or by what no longer holds
 * @param byCookie whether a browser sent the proof by itself, so that another site may be behind the request
 */
record Identity(Origin origin, SignedIn signedIn, boolean byCookie) {

    private static final String ATTRIBUTE = Identity.class.getName();

    /**
     * Whether a token or key of ours opened this request, which no browser sends unless a script of the same site tells it to.
     * Passwords by {@code Authorization} browsers send by themselves, to whoever asks through them.
     */
    boolean byToken() {
        return signedIn != null && !byCookie;
    }

    Optional<SignedIn> who() {
        return Optional.ofNullable(signedIn);
    }

    /** Keeps this with the request, in place of what was known before. */
    Identity keep(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        return this;
    }

    static Optional<Identity> kept(HttpServletRequest request) {
        return Optional.ofNullable((Identity) request.getAttribute(ATTRIBUTE));
    }
}
