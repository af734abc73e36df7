package org.hostelchat.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hostelchat.refusal.Problem;

/** Tells of a refusal in a place's own way: people get the page for it, programs a problem. */
final class Refusals {

    private Refusals() {}

    static void tell(HttpServletResponse response, RequestArea place, Problem problem) throws IOException {
        if (problem.retryAfter() > 0) response.setHeader("Retry-After", Long.toString(problem.retryAfter()));
        if (place.isForPeople()) {
            response.sendError(problem.status());
            return;
        }
        if (problem.status() == 401) response.setHeader("WWW-Authenticate", "Bearer");
        write(response, problem);
    }

    /** Says which methods a place knows; always as a problem, since pages are shown to GET and POST only. */
    static void tellMethods(HttpServletResponse response, RequestArea place) throws IOException {
        response.setHeader("Allow", String.join(", ", place.methods()));
        write(response, methodNotAllowed());
    }

    static void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(problem.json());
    }

    static Problem tooLarge() {
        return Problem.of(
                413, "too-large", "Too large", "More was sent than the server takes at once. Nothing was stored.");
    }

    static Problem methodNotAllowed() {
        return Problem.of(405, "method-not-allowed", "No such method", "This method is not used here.");
    }
}
