package org.hostelchat.live.transport;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * What comes in on a line, under a guard's eyes: from the first violation on, or once the line has been closed from this side,
 * nothing of it reaches the container any more but the knowledge that the other end has said good-bye too.
 */
final class GuardedInput extends ForwardingInput {

    private final FrameGuard guard;
    private final ClosingHandshake closing;
    private final Consumer<ProtocolViolation> told;
    private boolean shut;

    GuardedInput(ServletInputStream in, FrameGuard guard, ClosingHandshake closing, Consumer<ProtocolViolation> told) {
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

    /** Over is over: the request below may be another's by now. */
    @Override
    public boolean isReady() {
        return !closing.isOver() && super.isReady();
    }

    @Override
    public int available() throws IOException {
        return closing.isOver() ? 0 : super.available();
    }
}
