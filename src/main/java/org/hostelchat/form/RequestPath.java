package org.hostelchat.form;

import jakarta.servlet.http.HttpServletRequest;

/** What a request asks for, as the container makes it of the address: decoded, without detours, and by which it chooses who answers. */
public final class RequestPath {

    private RequestPath() {}

    public static String of(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
