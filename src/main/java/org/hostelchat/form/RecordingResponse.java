package org.hostelchat.form;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds an answer back until it is complete, so that it can be given more than once. Pages of forms are small. */
final class RecordingResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer =
            new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), false);
    private String location;
    private boolean failed;

    RecordingResponse(HttpServletResponse response) {
        super(response);
    }

    /** The complete answer; null where the server is to make a page for an error. */
    KeptAnswer answer() {
        if (failed) return null;
        writer.flush();
        var response = (HttpServletResponse) getResponse();
        return new KeptAnswer(
                getStatus(),
                location,
                getContentType(),
                List.copyOf(response.getHeaders("Set-Cookie")),
                getHeader("Retry-After"),
                body.toByteArray());
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void sendRedirect(String target) {
        setStatus(SC_FOUND);
        location = target;
    }

    @Override
    public void sendError(int status) throws IOException {
        failed = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        failed = true;
        super.sendError(status, message);
    }

    @Override
    public void flushBuffer() {
        // Nothing leaves before all is there.
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        body.reset();
    }

    @Override
    public void setContentLength(int length) {
        // Told with the whole.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Told with the whole.
    }
}
