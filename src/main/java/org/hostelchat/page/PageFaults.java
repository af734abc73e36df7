package org.hostelchat.page;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.hostelchat.refusal.Problem;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.wire.ProblemAnswer;

/**
 * Sets the error page's status for failures that are not defects of the program: a refusal while a page was rendered,
 * as when the database is not available; or a form that refers to server-side view state. Our pages have none, so that
 * form came from elsewhere.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageFaults extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final Problem NO_VIEW = new Refusal.Unreadable(
                    "no-such-view", "The form belongs to a page that the server does not have.")
            .problem();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(new WithoutAjax(request), response);
        } catch (ServletException | RuntimeException fault) {
            var problem = response.isCommitted() ? null : problem(fault);
            if (problem == null) throw fault;
            ProblemAnswer.sendPage(response, problem);
        }
    }

    /** The problem to respond with; null for a defect of the program. */
    private static Problem problem(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) return NO_VIEW;
            if (cause instanceof Refusal refusal && !(refusal instanceof Refusal.Fault)) return refusal.problem();
        }
        return null;
    }

    /**
     * Hides the header of Faces' own AJAX requests, which our pages never send: Faces would answer a failure of such a
     * request itself, with the name of the exception's class.
     */
    private static final class WithoutAjax extends HttpServletRequestWrapper {

        private static final String AJAX = "Faces-Request";

        WithoutAjax(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return AJAX.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return AJAX.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = Collections.list(super.getHeaderNames());
            names.removeIf(AJAX::equalsIgnoreCase);
            return Collections.enumeration(names);
        }
    }
}
