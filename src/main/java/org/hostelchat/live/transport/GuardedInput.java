package org.hostelchat.live.transport;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * The input of a connection, inspected by a {@link FrameInspector}: after the first violation, or once the server has
 * closed the connection, the container receives no more data; only the client's close frame is still noted.
 */
final class GuardedInput extends ForwardingInput {

    private final FrameInspector guard;
    private final ClosingHandshake closing;
    private final Consumer<ProtocolViolation> told;
    private boolean shut;

    GuardedInput(
            ServletInputStream in, FrameInspector guard, ClosingHandshake closing, Consumer<ProtocolViolation> told) {
        super(in);
        this.guard = guard;
        this.closing = closing;
        this.told = told;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (closing.isOver()) return 0;
        var read = super.read(bytes, offset, count);
        if (read <= 0) return read;
        guard.look(bytes, offset, read);
        if (guard.heardClose()) closing.heard();
        if (closing.isSaid()) return 0;
        if (guard.violation() == null) return read;
        if (!shut) told.accept(guard.violation());
        shut = true;
        return 0;
    }

    @Override
    public int read() throws IOException {
        throw new IOException("frames are read in blocks");
    }

    /** After the end nothing is read: the request object may have been reused for another request. */
    @Override
    public boolean isReady() {
        return !closing.isOver() && super.isReady();
    }

    @Override
    public int available() throws IOException {
        return closing.isOver() ? 0 : super.available();
    }
}
