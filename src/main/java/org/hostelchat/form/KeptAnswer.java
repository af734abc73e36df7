package org.hostelchat.form;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * What was answered to a form.
 *
 * @param location where the browser was sent, or null
 * @param contentType null where there is no body
 * @param cookies the values of {@code Set-Cookie}
 * @param retryAfter null where none was asked for
 */
record KeptAnswer(
        int status, String location, String contentType, List<String> cookies, String retryAfter, byte[] body) {

    /** Whether the form did what it asked for, or may have: then it must not do it again. */
    boolean isDone() {
        return status < 400;
    }

    void give(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (location != null) response.setHeader("Location", location);
        if (retryAfter != null) response.setHeader("Retry-After", retryAfter);
        if (contentType != null) response.setContentType(contentType);
        cookies.forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
