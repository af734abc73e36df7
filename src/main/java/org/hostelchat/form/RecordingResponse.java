package org.hostelchat.form;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds an answer back until it is complete, so that it can be given more than once. Pages of forms are small. */
final class RecordingResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), false);
    private String location;
    private int error;

    RecordingResponse(HttpServletResponse response) {
        super(response);
    }

    /** The complete answer. */
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
        // As it is, relative: a proxy may be where the browser looks for us.
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
        // Nothing leaves before all is there.
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
        // Told with the whole.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Told with the whole.
    }
}
