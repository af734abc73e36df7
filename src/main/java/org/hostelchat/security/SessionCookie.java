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
 * The one cookie that opens anything. No script can read it, and with TLS no other site of the domain can set it.
 *
 * <p>Browsers keep cookies by host, whatever the port: two hostels on one host see each other's. So whoever comes with a cookie
 * of the usual name that opens nothing here, keeps it, and gets one whose name ends in our port ({@code hostel_session_8081}).
 */
final class SessionCookie {

    private static final String NAME = "hostel_session";
    private static final Duration LEFT_KEPT = Duration.ofMinutes(30);
    private static final String USED = SessionCookie.class.getName();

    private SessionCookie() {}

    /** By the first of the request's cookies that means something here; which one that is, is kept with the request. */
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
        // Without an age the browser forgets it when it is closed.
        var age = session.remembered() ? (int) session.life().toSeconds() : -1;
        var name = nameFor(request, origin);
        request.setAttribute(USED, name);
        response.addCookie(cookie(name, session.token(), age, origin));
    }

    /**
     * Takes the cookie away whose session has ended. For a while another one tells, and opens nothing, who was signed in: a page that
     * stands open beside this one may hold words that its writer wants back.
     */
    static void leave(HttpServletRequest request, HttpServletResponse response, Origin origin) {
        var name = nameFor(request, origin);
        response.addCookie(cookie(name, "", 0, origin));
        // Whoever leaves by the API has no pages open.
        if (RequestPath.of(request).startsWith("/api/")) return;
        value(request, name)
                .ifPresent(token ->
                        response.addCookie(cookie(leftName(origin), token, (int) LEFT_KEPT.toSeconds(), origin)));
    }

    /** The token of the session that was left. */
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
