package org.hostelchat.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hostelchat.auth.NewSession;
import org.hostelchat.form.RequestPath;

/**
 * The session cookie, the only one that grants access. Scripts cannot read it, and with TLS other hosts of the domain
 * cannot set it.
 *
 * <p>Browsers share cookies between ports of a host, so two hostels on one host see each other's. If a request has a
 * cookie of the usual name that is not valid here, that is left alone, and the new cookie's name ends in our port
 * ({@code hostel_session_8081}).
 */
final class SessionCookie {

    private static final String NAME = "hostel_session";
    private static final Duration LEFT_KEPT = Duration.ofMinutes(30);
    private static final String USED = SessionCookie.class.getName();

    private SessionCookie() {}

    /**
     * Returns the meaning of the first of the request's cookies that is valid here; the cookie's name is stored with
     * the request.
     */
    static <T> Optional<T> find(HttpServletRequest request, Origin origin, Function<String, Optional<T>> meaning) {
        for (var name : new String[] {ownName(origin), usualName(origin)}) {
            var found = value(request, name).flatMap(meaning);
            if (found.isEmpty()) continue;
            request.setAttribute(USED, name);
            return found;
        }
        return Optional.empty();
    }

    static void set(HttpServletRequest request, HttpServletResponse response, NewSession session, Origin origin) {
        // Without Max-Age the browser deletes it when it is closed.
        var age = session.remembered() ? (int) session.life().toSeconds() : -1;
        var name = nameFor(request, origin);
        request.setAttribute(USED, name);
        response.addCookie(cookie(name, session.token(), age, origin));
    }

    /**
     * Deletes the cookie of a session that has ended. A second, short-lived cookie, which grants no access, names that
     * session: a page that is still open in another tab may have unsent text that only its writer may recover.
     */
    static void leave(HttpServletRequest request, HttpServletResponse response, Origin origin) {
        var name = nameFor(request, origin);
        response.addCookie(cookie(name, "", 0, origin));
        // Clients of the API have no pages open.
        if (RequestPath.of(request).startsWith("/api/")) return;
        value(request, name)
                .ifPresent(token ->
                        response.addCookie(cookie(leftName(origin), token, (int) LEFT_KEPT.toSeconds(), origin)));
    }

    /** The token of the session that has ended. */
    static Optional<String> findLeft(HttpServletRequest request, Origin origin) {
        return value(request, leftName(origin));
    }

    private static String nameFor(HttpServletRequest request, Origin origin) {
        var used = (String) request.getAttribute(USED);
        if (used != null) return used;
        var taken = value(request, usualName(origin)).isPresent();
        return taken ? ownName(origin) : usualName(origin);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Cookie cookie(String name, String value, int age, Origin origin) {
        var cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(origin.secure());
        cookie.setPath("/");
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static String usualName(Origin origin) {
        return (origin.secure() ? "__Host-" : "") + NAME;
    }

    private static String leftName(Origin origin) {
        return ownName(origin) + "_left";
    }

    private static String ownName(Origin origin) {
        return usualName(origin) + '_' + origin.port();
    }
}
