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

/**
 * Gives the error page the right status where a page could not be made, but through no fault of the house: the core refused to
 * say what should stand on it, as when the database is in trouble; or a form says it belongs to a view which the server
 * keeps. Ours keep none, so no page of ours has sent it.
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
            var status = response.isCommitted() ? 0 : answer(fault, response);
            if (status == 0) throw fault;
            response.sendError(status);
        }
    }

    /** The status, and what goes with it; 0 for a fault of ours. */
    private static int answer(Throwable fault, HttpServletResponse response) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) return HttpServletResponse.SC_BAD_REQUEST;
            if (cause instanceof Refusal refusal && !(refusal instanceof Refusal.Fault)) {
                var problem = refusal.problem();
                if (problem.retryAfter() > 0) response.setHeader("Retry-After", Long.toString(problem.retryAfter()));
                return problem.status();
            }
        }
        return 0;
    }

    /**
     * No page of ours sends a form by script. To one that says it does, Faces would answer a fault by itself, with the name of the
     * exception's class.
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
