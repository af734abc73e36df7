package org.hostelchat.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * People who connect, stay for a few seconds and disconnect, repeatedly, beside those who are measured. Each causes a
 * session, a greeting and their garbage, and so collections of the server's heap. What they receive is ignored.
 */
public final class Churn implements AutoCloseable {

    private static final long STAY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int PAUSE_MILLIS = 50;

    private final InetSocketAddress server;
    private final List<Credentials> people;
    private final int together;
    private final Thread thread = new Thread(this::run, "load-churn");
    private volatile boolean stopping;
    private final AtomicLong visits = new AtomicLong();
    private volatile IOException failure;

    /** @param together how many connect at a time; 0 for none */
    public Churn(InetSocketAddress server, List<Credentials> people, int together) {
        this.server = server;
        this.people = List.copyOf(people);
        this.together = together;
        thread.setDaemon(true);
        if (together > 0) thread.start();
    }

    /**
     * The number of visits so far.
     *
     * @throws IllegalStateException if a visit failed, so that the load was lower than intended
     */
    public long visits() {
        if (failure != null) throw new IllegalStateException("Nobody comes any more", failure);
        return visits.get();
    }

    private void run() {
        try {
            while (!stopping) visit();
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit() throws IOException, InterruptedException {
        List<Socket> here = new ArrayList<>();
        try {
            for (int i = 0; i < together; i++) {
                here.add(come(people.get(i % people.size())));
            }
            long end = System.nanoTime() + STAY_NANOS;
            while (!stopping && System.nanoTime() < end) {
                for (Socket socket : here) {
                    socket.getInputStream().skip(socket.getInputStream().available());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } finally {
            for (Socket socket : here) socket.close();
        }
    }

    private Socket come(Credentials who) throws IOException {
        Socket socket = new Socket(server.getAddress(), server.getPort());
        socket.setSoTimeout(30_000);
        OutputStream out = socket.getOutputStream();
        out.write(bytes(ClientFrames.handshake(server.getHostString() + ":" + server.getPort(), who)));
        String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        if (!answer.startsWith("HTTP/1.1 101")) {
            socket.close();
            throw new IOException("refused: " + answer);
        }
        out.write(bytes(ClientFrames.hello(-1)));
        visits.incrementAndGet();
        return socket;
    }

    private static byte[] bytes(ByteBuffer frame) {
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
