package org.hostelchat.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.hostelchat.auth.NewSession;

/** The one cookie that opens anything. No script can read it, and with TLS no other site of the domain can set it. */
final class SessionCookie {

    private static final String NAME = "hostel_session";
    private static final String SECURE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    static Optional<String> read(HttpServletRequest request, boolean secure) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name(secure)))
                .map(Cookie::getValue)
                .findFirst();
    }

    static void set(HttpServletResponse response, NewSession session, boolean secure) {
        // Without an age the browser forgets it when it is closed.
        var age = session.remembered() ? (int) session.life().toSeconds() : -1;
        response.addCookie(cookie(session.token(), age, secure));
    }

    static void clear(HttpServletResponse response, boolean secure) {
        response.addCookie(cookie("", 0, secure));
    }

    private static Cookie cookie(String value, int age, boolean secure) {
        var cookie = new Cookie(name(secure), value);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setPath("/");
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static String name(boolean secure) {
        return secure ? SECURE_NAME : NAME;
    }
}
