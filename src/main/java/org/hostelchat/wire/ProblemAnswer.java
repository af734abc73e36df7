package org.hostelchat.wire;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.hostelchat.refusal.Problem;

/** Writes a problem as an HTTP response, in the same way for all adapters. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    /** Additional headers of the response. */
    public static Map<String, String> headers(Problem problem) {
        var headers = new HashMap<String, String>();
        if (problem.retryAfter() > 0) headers.put("Retry-After", Long.toString(problem.retryAfter()));
        if (problem.status() == 401) headers.put("WWW-Authenticate", "Bearer");
        return headers;
    }

    /** For programs: problem+json. */
    public static void send(HttpServletResponse response, Problem problem) throws IOException {
        headers(problem).forEach(response::setHeader);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(problem.json());
    }

    /** For people: the error page for the status. */
    public static void sendPage(HttpServletResponse response, Problem problem) throws IOException {
        retryAfter(response, problem);
        response.sendError(problem.status());
    }

    /** For people, on a page of the caller's that shows the problem itself: sets the status and headers. */
    public static void mark(HttpServletResponse response, Problem problem) {
        retryAfter(response, problem);
        response.setStatus(problem.status());
    }

    private static void retryAfter(HttpServletResponse response, Problem problem) {
        if (problem.retryAfter() > 0) response.setHeader("Retry-After", Long.toString(problem.retryAfter()));
    }
}
