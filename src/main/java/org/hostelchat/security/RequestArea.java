package org.hostelchat.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hostelchat.form.RequestPath;

/** The parts of the house, by path, as far as they differ in who may enter and how the others are told. */
enum RequestArea {
    /** For everybody, and nothing of ours to hide: styles, scripts, the health check. */
    OPEN,
    /** {@code /}, which only shows the way. */
    FRONT,
    LOGIN,
    SETUP,
    PASSWORD,
    /** Where a page's language is chosen, also by who has not signed in. */
    LANGUAGE,
    PAGE,
    ADMIN_PAGE,
    /** The call by which programs sign in. */
    SIGN_IN,
    API,
    SOCKET,
    /** What tells about the house itself: figures, and the description of the API. */
    METERS;

    private static final List<String> EVERY_METHOD =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private static final List<String> OPEN_PATHS =
            List.of("/assets", "/jakarta.faces.resource", "/health", "/favicon.ico", "/robots.txt");

    /** By what the container makes of the path, decoded and without detours: the same by which it chooses who answers. */
    static RequestArea of(HttpServletRequest request) {
        return of(request.getMethod(), RequestPath.of(request));
    }

    static RequestArea of(String method, String path) {
        if (OPEN_PATHS.stream().anyMatch(open -> isIn(path, open))) return OPEN;
        if (path.isEmpty() || path.equals("/")) return FRONT;
        if (path.equals("/login")) return LOGIN;
        if (path.equals("/setup")) return SETUP;
        if (path.equals("/password")) return PASSWORD;
        if (path.equals("/language")) return LANGUAGE;
        if (path.equals("/api/session") && method.equals("POST")) return SIGN_IN;
        if (isIn(path, "/api")) return API;
        if (isIn(path, "/live")) return SOCKET;
        if (isIn(path, "/metrics") || isIn(path, "/openapi")) return METERS;
        return isIn(path, "/admin") ? ADMIN_PAGE : PAGE;
    }

    /** The methods that anything here answers to: nothing is put or deleted where people or a health check look. */
    List<String> methods() {
        return switch (this) {
            case SIGN_IN, API -> EVERY_METHOD;
            case OPEN, SOCKET, METERS -> EVERY_METHOD.subList(0, 3);
            default -> EVERY_METHOD.subList(0, 4);
        };
    }

    /** Whether a refusal is told to a person, by a page, and not to a program, as a problem. */
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
