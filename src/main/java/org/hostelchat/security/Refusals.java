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
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(problem.json());
    }

    static Problem methodNotAllowed() {
        return Problem.of(405, "method-not-allowed", "No such method", "This method is not used here.");
    }
}
