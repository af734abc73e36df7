package org.hostelchat.platform.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.hostelchat.form.MemoryOutput;

/**
 * Captures status, headers and the short bodies of the server's own endpoints, so that the filters can replace the
 * body.
 */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(body, false, StandardCharsets.UTF_8);

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    String body() {
        writer.flush();
        return body.toString(StandardCharsets.UTF_8);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new MemoryOutput(body);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    @Override
    public void flushBuffer() {
        // Nothing is sent before the body is replaced.
    }

    @Override
    public void setContentLength(int length) {
        // Ignored: the body that replaces this one has another length.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Ignored, as above.
    }
}
