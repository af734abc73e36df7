package org.hostelchat.owndata;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A stream that fails once its reader has been waited for longer than {@link #GRACE} and a second for each {@value #LEAST} bytes: so nobody keeps a
 * thread and a place for days. Only the time within writes counts. Not thread-safe.
 */
final class LeastPace extends FilterOutputStream {

    /** Bytes a second, on average. */
    static final long LEAST = 64 * 1024;

    static final Duration GRACE = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private long waited;
    private long bytes;

    /** @param nanoTime a clock as {@link System#nanoTime()} */
    LeastPace(OutputStream out, LongSupplier nanoTime) {
        super(out);
        this.nanoTime = nanoTime;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        var begin = nanoTime.getAsLong();
        out.write(from, offset, length);
        waited += nanoTime.getAsLong() - begin;
        bytes += length;
        if (waited > GRACE.toNanos() + TimeUnit.SECONDS.toNanos(1) / LEAST * bytes) {
            throw new IOException("Given up after " + bytes + " bytes: the client takes them in too slowly");
        }
    }
}
