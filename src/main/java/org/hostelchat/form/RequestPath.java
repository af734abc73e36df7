package org.hostelchat.form;

import jakarta.servlet.http.HttpServletRequest;

/** The path of a request as decoded and normalised by the container, which selects the servlet by it. */
public final class RequestPath {

    private RequestPath() {}

    public static String of(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
