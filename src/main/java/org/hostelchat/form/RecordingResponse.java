package org.hostelchat.form;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Buffers a response until it is complete, so that it can be sent more than once. Pages with forms are small. */
final class RecordingResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), false);
    private String location;
    private int error;

    RecordingResponse(HttpServletResponse response) {
        super(response);
    }

    /** The complete response. */
    KeptAnswer answer() {
        if (error != 0) return KeptAnswer.ofError(error);
        writer.flush();
        var response = (HttpServletResponse) getResponse();
        return new KeptAnswer(
                getStatus(),
                false,
                location,
                getContentType(),
                List.copyOf(response.getHeaders("Set-Cookie")),
                getHeader("Retry-After"),
                body.toByteArray());
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
    public void sendRedirect(String target) {
        setStatus(SC_FOUND);
        // Kept relative, because behind a proxy the browser may use another host and scheme.
        location = target;
    }

    @Override
    public void sendError(int status) {
        error = status;
    }

    @Override
    public void sendError(int status, String message) {
        error = status;
    }

    @Override
    public boolean isCommitted() {
        return error != 0 || super.isCommitted();
    }

    @Override
    public void flushBuffer() {
        // Nothing is sent before the response is complete.
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        body.reset();
    }

    @Override
    public void reset() {
        super.reset();
        resetBuffer();
    }

    @Override
    public void setContentLength(int length) {
        // The length is set when the response is sent.
    }

    @Override
    public void setContentLengthLong(long length) {
        // The length is set when the response is sent.
    }
}
