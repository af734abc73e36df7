package org.hostelchat.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.refusal.Problem;

/** Writes a problem as an HTTP response, in the same way for all adapters. */
public final class ProblemAnswer {

    private static final String PROBLEM = "hostel.problem";

    private ProblemAnswer() {}

    /** The problem for which an error page is shown; empty for an error of the container's. */
    public static Optional<Problem> of(HttpServletRequest request) {
        return request.getAttribute(PROBLEM) instanceof Problem problem ? Optional.of(problem) : Optional.empty();
    }

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

    /** For people: the error page, which finds the problem by {@link #of}. */
    public static void sendPage(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        request.setAttribute(PROBLEM, problem);
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
