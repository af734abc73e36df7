package org.hostelchat.live.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * The container's writer with a bound. It answers every ping by itself and queues what the other end does not take, without
 * an end: somebody who sends pings and reads nothing would fill the server's memory. Beyond the bound the line is cut. It
 * ends when the closing handshake is over.
 *
 * <p>Thread-safe.
 */
final class BoundedWriter extends Writer {

    /** Nobody who reads has so many writes waiting: of ours there is one at a time. */
    private static final int MOST_WAITING = 256;

    private final Writer writer;
    private final Runnable cut;
    private final ClosingHandshake closing;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param cut ends the line without waiting for what is queued; called again and again if it does not help
     * @param closing told when the container has said good-bye; closes the writer
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
