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

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(new WithoutAjax(request), response);
        } catch (ServletException | RuntimeException fault) {
            if (response.isCommitted() || !sendPage(request, response, fault)) throw fault;
        }
    }

    /** Returns whether it has sent the error page: it does not for a defect of the program. */
    private static boolean sendPage(HttpServletRequest request, HttpServletResponse response, Throwable fault)
            throws IOException {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return true;
            }
            if (cause instanceof Refusal refusal && !(refusal instanceof Refusal.Fault)) {
                ProblemAnswer.sendPage(request, response, refusal.problem());
                return true;
            }
        }
        return false;
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
