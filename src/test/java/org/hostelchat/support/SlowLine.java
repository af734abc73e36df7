package org.hostelchat.support;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A slow connection to a server, like a phone's on a bad network. Data is passed on after half a round trip, and all
 * connections together get no more than the given rate in each direction. A new connection costs a round trip before
 * its first byte, like TCP's handshake; TCP's slow start is not imitated.
 */
public final class SlowLine extends Relay {

    /** In bytes: the content of one packet. */
    private static final int PACKET = 1460;

    private final long roundTripNanos;
    private final Pipe up;
    private final Pipe down;

    /**
     * @param roundTripMillis from the first byte sent to the first byte of the answer
     * @param bitsPerSecond in each direction
     */
    public SlowLine(HostelServer server, int roundTripMillis, int bitsPerSecond) {
        super(server.port(), "slow-line");
        this.roundTripNanos = TimeUnit.MILLISECONDS.toNanos(roundTripMillis);
        this.up = new Pipe(bitsPerSecond);
        this.down = new Pipe(bitsPerSecond);
        begin();
    }

    @Override
    void connect(Socket near) throws IOException {
        var connected = System.nanoTime() + roundTripNanos;
        var far = reach(near);
        for (var socket : new Socket[] {near, far}) socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        carry(near, far, up, connected);
        carry(far, near, down, connected);
    }

    private void carry(Socket from, Socket to, Pipe pipe, long connected) {
        var underWay = new LinkedBlockingQueue<Packet>();
        start(() -> {
            var buffer = new byte[PACKET];
            try (var in = from.getInputStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    var sent = pipe.send(n, connected);
                    underWay.add(new Packet(Arrays.copyOf(buffer, n), sent + roundTripNanos / 2));
                    // Accepts at most a second's worth of data ahead, to bound memory.
                    while (sent - System.nanoTime() > TimeUnit.SECONDS.toNanos(1)) Pause.millis(5);
                }
            } catch (IOException gone) {
                // Either end has closed the connection.
            }
            underWay.add(new Packet(new byte[0], System.nanoTime() + roundTripNanos / 2));
        });
        start(() -> {
            try (var out = to.getOutputStream()) {
                for (var packet = underWay.take(); packet.bytes.length > 0; packet = underWay.take()) {
                    TimeUnit.NANOSECONDS.sleep(packet.due - System.nanoTime());
                    out.write(packet.bytes);
                }
            } catch (IOException gone) {
                // Either end has closed the connection.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            hangUp(from, to);
        });
    }

    /** Data in transit; no bytes mean the end of the connection. */
    private static final class Packet {

        private final byte[] bytes;
        private final long due;

        Packet(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }
    }

    /** One direction: packets of all connections are sent one after the other. */
    private static final class Pipe {

        private final double nanosPerByte;
        private long free = System.nanoTime();

        Pipe(int bitsPerSecond) {
            this.nanosPerByte = 8e9 / bitsPerSecond;
        }

        /** The time at which the last of these bytes has been sent. */
        synchronized long send(int bytes, long notBefore) {
            var begin = Math.max(free, Math.max(System.nanoTime(), notBefore));
            free = begin + (long) (bytes * nanosPerByte);
            return free;
        }
    }
}
