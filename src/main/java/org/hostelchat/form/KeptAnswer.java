package org.hostelchat.form;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * A stored response to a form.
 *
 * @param error whether the container renders an error page for the status
 * @param location the target of a redirect, or null
 * @param contentType null if there is no body
 * @param cookies the values of {@code Set-Cookie}
 * @param retryAfter null if the header is not set
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not shared outside of this package
record KeptAnswer(
        int status,
        boolean error,
        String location,
        String contentType,
        List<String> cookies,
        String retryAfter,
        byte[] body) {

    /** The container's error page. */
    static KeptAnswer ofError(int status) {
        return new KeptAnswer(status, true, null, null, List.of(), null, new byte[0]);
    }

    /** Whether the form had an effect, or may have had one; false if it was refused. */
    boolean mayBeDone() {
        return status < HttpServletResponse.SC_BAD_REQUEST
                || (error && status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    /** Sends the response to a repetition of the form. */
    void repeat(HttpServletResponse response) throws IOException {
        if (retryAfter != null) response.setHeader("Retry-After", retryAfter);
        cookies.forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        if (contentType != null) response.setContentType(contentType);
        give(response);
    }

    /** Sends the response to the first request, which has the cookies and other headers already. */
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
