package org.hostelchat.page;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 400 to a form that says it belongs to a view which the server keeps. Ours keep none, so no page of ours has sent
 * it; to Faces it would be a fault of the house.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class TamperedForms extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | ViewExpiredException fault) {
            if (!isTampering(fault) || response.isCommitted()) throw fault;
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isTampering(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) return true;
        }
        return false;
    }
}
