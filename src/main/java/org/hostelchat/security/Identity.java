package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hostelchat.auth.SignedIn;

/**
 * The caller of a request, determined once and stored with the request.
 *
 * @param signedIn null if nobody has signed in, or the credentials are not valid any more
 * @param byCookie whether the browser sent the credentials by itself, so that another site may have caused the request
 */
record Identity(Origin origin, SignedIn signedIn, boolean byCookie) {

    private static final String ATTRIBUTE = Identity.class.getName();

    /**
     * Whether a token or key of ours authenticated this request. Browsers send those only if a script of the same site
     * does, unlike a password in {@code Authorization}, which they repeat by themselves.
     */
    boolean byToken() {
        return signedIn != null && !byCookie;
    }

    Optional<SignedIn> who() {
        return Optional.ofNullable(signedIn);
    }

    /** Stores this identity with the request, replacing an earlier one. */
    Identity keep(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        return this;
    }

    static Optional<Identity> kept(HttpServletRequest request) {
        return Optional.ofNullable((Identity) request.getAttribute(ATTRIBUTE));
    }
}
