package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hostelchat.form.RequestPath;

/** Classifies requests by path, into areas that differ in who has access and in how refusals are reported. */
enum RequestArea {
    /** Public: styles, scripts, the health check. */
    OPEN,
    /** {@code /}, which only redirects. */
    FRONT,
    LOGIN,
    /** Signing in by a code of the office. */
    ENTER,
    SETUP,
    PASSWORD,
    /** Choosing a page's language, also without being signed in. */
    LANGUAGE,
    PAGE,
    ADMIN_PAGE,
    /** The API calls by which programs sign in. */
    SIGN_IN,
    API,
    SOCKET,
    /** Information about the server: metrics and the OpenAPI document. */
    METERS;

    private static final List<String> EVERY_METHOD =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private static final List<String> OPEN_PATHS =
            List.of("/assets", "/jakarta.faces.resource", "/health", "/favicon.ico", "/robots.txt");

    /** Uses the path as decoded and normalised by the container, which also selects the servlet by it. */
    static RequestArea of(HttpServletRequest request) {
        return of(request.getMethod(), RequestPath.of(request));
    }

    static RequestArea of(String method, String path) {
        if (OPEN_PATHS.stream().anyMatch(open -> isIn(path, open))) return OPEN;
        if (path.isEmpty() || path.equals("/")) return FRONT;
        if (path.equals("/login")) return LOGIN;
        if (path.equals("/enter")) return ENTER;
        if (path.equals("/setup")) return SETUP;
        if (path.equals("/password")) return PASSWORD;
        if (path.equals("/language")) return LANGUAGE;
        if (method.equals("POST") && (path.equals("/api/session") || path.equals("/api/session/by-code")))
            return SIGN_IN;
        if (isIn(path, "/api")) return API;
        if (isIn(path, "/live")) return SOCKET;
        if (isIn(path, "/metrics") || isIn(path, "/openapi")) return METERS;
        return isIn(path, "/admin") ? ADMIN_PAGE : PAGE;
    }

    /** The methods that are allowed in this area. */
    List<String> methods() {
        return switch (this) {
            case SIGN_IN, API -> EVERY_METHOD;
            case OPEN, SOCKET, METERS -> EVERY_METHOD.subList(0, 3);
            default -> EVERY_METHOD.subList(0, 4);
        };
    }

    /** Whether refusals are shown to a person, as a page, and not to a program, as problem+json. */
    boolean isForPeople() {
        return switch (this) {
            case SIGN_IN, API, SOCKET, METERS -> false;
            default -> true;
        };
    }

    private static boolean isIn(String path, String folder) {
        return path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }
}
