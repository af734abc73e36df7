package org.hostelchat.form;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;

/** A response's output that goes into memory. It is always ready, so nothing waits for it. Not thread-safe. */
public final class MemoryOutput extends ServletOutputStream {

    private final ByteArrayOutputStream bytes;

    public MemoryOutput(ByteArrayOutputStream bytes) {
        this.bytes = bytes;
    }

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
        bytes.write(b);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        bytes.write(source, offset, length);
    }
}
