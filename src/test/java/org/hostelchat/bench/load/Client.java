package org.hostelchat.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;

/**
 * The state of one connection. Used by the loop's thread, except {@link #send}; others may read {@code expected} and
 * {@code stage}.
 */
public final class Client {

    enum Stage {
        CONNECTING,
        HANDSHAKE,
        JOINING,
        LIVE,
        CLOSED
    }

    final SocketChannel channel;
    final Credentials who;

    /** The last number held when it joins; -1 to receive events from now on. */
    final long cursor;

    volatile Stage stage = Stage.CONNECTING;

    /** The next expected number. */
    volatile long expected;

    /** The bytes of an incomplete frame. */
    byte[] carry;

    /** Within an events frame: the next and the last number, and the payload bytes that are left. */
    long next = 1;

    long to;
    long left;

    /** When it had received everything that existed when it joined. */
    volatile long liveAt;

    /** The room's last number when it was welcomed. */
    volatile long last;

    private final ArrayDeque<ByteBuffer> unsent = new ArrayDeque<>();

    Client(SocketChannel channel, Credentials who, long cursor) {
        this.channel = channel;
        this.who = who;
        this.cursor = cursor;
    }

    public long expected() {
        return expected;
    }

    public boolean isLive() {
        return stage == Stage.LIVE;
    }

    /** Sends as much as possible now, the rest with the next call. */
    synchronized void send(ByteBuffer frame) {
        unsent.add(frame);
        flush();
    }

    synchronized void flush() {
        try {
            while (!unsent.isEmpty()) {
                channel.write(unsent.peek());
                if (unsent.peek().hasRemaining()) {
                    return;
                }
                unsent.remove();
            }
        } catch (IOException broken) {
            unsent.clear();
            stage = Stage.CLOSED;
        }
    }
}
