package org.hostelchat.live.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Limits the container's queue of writes. The container answers every ping and queues what the client does not read
 * without limit: a client that sends pings and reads nothing would exhaust the server's memory. Above the limit the
 * connection is cut. The writer ends when the closing handshake is complete.
 *
 * <p>Thread-safe.
 */
final class BoundedWriter extends Writer {

    /** A client that reads never has so many writes pending: the application has one at a time. */
    private static final int MOST_WAITING = 256;

    private final Writer writer;
    private final Runnable cut;
    private final ClosingHandshake closing;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param cut ends the connection without waiting for queued data; called repeatedly until it has effect
     * @param closing is told when the container has sent its close frame; closes the writer
     */
    BoundedWriter(Writer writer, Runnable cut, ClosingHandshake closing) {
        this.writer = writer;
        this.cut = cut;
        this.closing = closing;
    }

    @Override
    public void write(ByteBuffer buffer, CompletionHandler<ByteBuffer> done) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            cut.run();
            done.failed(new IOException("the other end does not read"));
            return;
        }
        writer.write(buffer, new CompletionHandler<>() {
            @Override
            public void completed(ByteBuffer written) {
                waiting.decrementAndGet();
                done.completed(written);
            }

            @Override
            public void failed(Throwable failure) {
                waiting.decrementAndGet();
                done.failed(failure);
            }

            @Override
            public void cancelled() {
                waiting.decrementAndGet();
                done.cancelled();
            }
        });
    }

    @Override
    public void close() {
        closing.said();
    }
}
