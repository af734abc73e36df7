package org.hostelchat.live;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.Consumer;

/** What comes in on a line, under a guard's eyes: from the first misdeed on nothing of it reaches the container. */
final class GuardedInput extends ServletInputStream {

    private final ServletInputStream in;
    private final FrameGuard guard;
    private final Consumer<FrameGuard.Misdeed> told;
    private boolean shut;

    GuardedInput(ServletInputStream in, FrameGuard guard, Consumer<FrameGuard.Misdeed> told) {
        this.in = in;
        this.guard = guard;
        this.told = told;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        var read = in.read(bytes, offset, count);
        if (read <= 0) return read;
        if (shut) return 0;
        var misdeed = guard.look(bytes, offset, read);
        if (misdeed == null) return read;
        shut = true;
        told.accept(misdeed);
        return 0;
    }

    @Override
    public int read() throws IOException {
        throw new IOException("frames are read in blocks");
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
