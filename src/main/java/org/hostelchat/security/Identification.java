package org.hostelchat.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hostelchat.auth.AccessTokens;
import org.hostelchat.auth.OperatorKey;
import org.hostelchat.auth.Sessions;
import org.hostelchat.auth.SignedIn;

/** Identifies the caller of a request: by session cookie, access token or operator key. */
@ApplicationScoped
public class Identification {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TOKEN = 200;

    private Sessions sessions;
    private AccessTokens tokens;
    private OperatorKey operatorKey;
    private TrustedProxies proxies;
    private DenialAudit trail;

    protected Identification() {}

    @Inject
    Identification(
            Sessions sessions,
            AccessTokens tokens,
            OperatorKey operatorKey,
            SecuritySettings settings,
            DenialAudit trail) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.operatorKey = operatorKey;
        this.proxies = settings.trustedProxies();
        this.trail = trail;
    }

    Identity of(HttpServletRequest request) {
        return Identity.kept(request).orElseGet(() -> find(request).keep(request));
    }

    private Identity find(HttpServletRequest request) {
        var origin = Origin.of(request, proxies);
        var authorization = request.getHeader("Authorization");
        if (authorization != null) {
            // A request with an invalid token is not accepted by its cookie instead.
            var holder = byToken(authorization, origin);
            if (holder.isEmpty()) trail.wrongToken(origin);
            return new Identity(origin, from(origin, holder), false);
        }
        var session = SessionCookie.find(
                request, origin, token -> isPlausible(token) ? sessions.resume(token) : Optional.empty());
        return new Identity(origin, from(origin, session), session.isPresent());
    }

    private static SignedIn from(Origin origin, Optional<SignedIn> signedIn) {
        return signedIn.map(known -> known.from(origin.address())).orElse(null);
    }

    private Optional<SignedIn> byToken(String authorization, Origin origin) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) return Optional.empty();
        var token = authorization.substring(BEARER.length()).strip();
        if (!isPlausible(token)) return Optional.empty();
        var operator = origin.local() ? operatorKey.resume(token) : Optional.<SignedIn>empty();
        return operator.isPresent() ? operator : tokens.resume(token);
    }

    static boolean isPlausible(String secret) {
        return !secret.isEmpty() && secret.length() <= LONGEST_TOKEN;
    }
}
