package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.hostelchat.auth.TokenScope;
import org.hostelchat.form.RequestPath;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Enforces a token's scope by area and method. That is sufficient because no GET request of the API changes anything, but
 * for the slips with initial passwords, which are given out once. Pages, one of which does, and the WebSocket, which accepts posts, are closed to such tokens.
 */
final class ScopeCheck {

    private ScopeCheck() {}

    /** @throws Refusal.NotAllowed if the scope does not include the request */
    static void check(TokenScope scope, RequestArea area, HttpServletRequest request) {
        var allowed =
                switch (scope) {
                    case ALL -> true;
                    case READ -> isRead(request) && (area == RequestArea.API || area == RequestArea.METERS);
                    case METRICS -> isRead(request) && RequestPath.of(request).equals("/metrics");
                };
        if (allowed) return;
        throw new Refusal.NotAllowed(
                "token-scope",
                scope == TokenScope.READ ? Phrase.of("api.token-may-read") : Phrase.of("api.token-may-read-metrics"));
    }

    private static boolean isRead(HttpServletRequest request) {
        if (givesSlips(RequestPath.of(request))) return false;
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /**
     * Jakarta REST ignores a slash at the end and whatever follows a semicolon when it looks for the method that answers, so no part of the path may be
     * "slips", whatever else it has.
     */
    private static boolean givesSlips(String path) {
        return Arrays.stream(path.split("/", -1))
                .anyMatch(part -> part.replaceFirst(";.*", "").equals("slips"));
    }
}
