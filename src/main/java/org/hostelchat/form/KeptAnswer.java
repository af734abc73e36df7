package org.hostelchat.form;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * What was answered to a form.
 *
 * @param error whether the server makes a page for the status
 * @param location where the browser was sent, or null
 * @param contentType null where there is no body
 * @param cookies the values of {@code Set-Cookie}
 * @param retryAfter null where none was asked for
 */
@SuppressWarnings(
        "ArrayRecordComponent") // answers are compared nowhere, and the bytes stay between this package's classes
record KeptAnswer(
        int status,
        boolean error,
        String location,
        String contentType,
        List<String> cookies,
        String retryAfter,
        byte[] body) {

    /** The server's own page for an error. */
    static KeptAnswer ofError(int status) {
        return new KeptAnswer(status, true, null, null, List.of(), null, new byte[0]);
    }

    /** Whether the form did what it asked for, or nobody can say; false if it was refused. */
    boolean mayBeDone() {
        return status < HttpServletResponse.SC_BAD_REQUEST
                || (error && status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    /** The same once more, to somebody who sent the same form again. */
    void repeat(HttpServletResponse response) throws IOException {
        if (retryAfter != null) response.setHeader("Retry-After", retryAfter);
        cookies.forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        if (contentType != null) response.setContentType(contentType);
        give(response);
    }

    /** To the one who sent the form first: the cookies, and what else was said before the body, are in the answer already. */
    void give(HttpServletResponse response) throws IOException {
        if (error) {
            response.sendError(status);
            return;
        }
        response.setStatus(status);
        if (location != null) response.setHeader("Location", location);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
