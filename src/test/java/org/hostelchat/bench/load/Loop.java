package org.hostelchat.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that reads all connections. {@link #connect} is thread-safe; the number of connections in progress is
 * limited.
 *
 * <p>A loop that fails stops reading: further calls throw an {@link IllegalStateException} with the cause, so that no
 * figure of a broken run is reported.
 */
public final class Loop implements AutoCloseable {

    private static final int BUFFER = 1 << 20;
    private static final int PER_ADDRESS = 8_000;

    private final InetSocketAddress server;
    private final int mostInProgress;
    private final Tally tally = new Tally();
    private final FrameReader reader;
    private final Selector selector;
    private final Thread thread = new Thread(this::run, "load-loop");
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
    private final Queue<Client> waiting = new ConcurrentLinkedQueue<>();
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private int inProgress;
    private int opened;
    private volatile boolean closing;
    private volatile boolean deaf;
    private volatile Throwable failure;

    /** @param mostInProgress the most connections that are being opened at the same time */
    public Loop(InetSocketAddress server, PostLog posts, int mostInProgress) throws IOException {
        this.server = server;
        this.mostInProgress = mostInProgress;
        this.selector = Selector.open();
        this.reader = new FrameReader(new LearnedEvents(posts, tally), new TextFrames(posts, tally), tally);
        thread.start();
    }

    public Tally tally() {
        requireRunning();
        return tally;
    }

    /** Opens a connection with this cursor; -1 to receive events from now on. */
    public Client connect(Credentials who, long cursor) throws IOException {
        requireRunning();
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
        Client client = new Client(channel, who, cursor);
        waiting.add(client);
        selector.wakeup();
        return client;
    }

    public long closed() {
        requireRunning();
        return clients.stream()
                .filter(client -> client.stage == Client.Stage.CLOSED)
                .count();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Client client : clients) {
            client.channel.close();
        }
        requireRunning();
    }

    /** From now on nothing is read. */
    void stopReading() {
        deaf = true;
    }

    boolean hasFailed() {
        return failure != null;
    }

    private void requireRunning() {
        if (failure != null) {
            throw new IllegalStateException("The load loop failed", failure);
        }
    }

    private void run() {
        try {
            while (!closing) {
                if (deaf) {
                    LockSupport.parkNanos(50_000_000);
                    continue;
                }
                selector.select(this::ready, 50);
                startWaiting();
                tally.publish();
            }
            selector.close();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private void startWaiting() throws IOException {
        Client client;
        while (inProgress < mostInProgress && (client = waiting.poll()) != null) {
            inProgress++;
            clients.add(client);
            // Several source addresses, because one has 28,000 ports, fewer after a run whose connections are in
            // TIME_WAIT.
            client.channel.bind(new InetSocketAddress("127.0.0." + (1 + opened++ / PER_ADDRESS), 0));
            client.channel.register(selector, SelectionKey.OP_CONNECT, client);
            if (client.channel.connect(server)) {
                handshake(client.channel.keyFor(selector));
            }
        }
    }

    private void ready(SelectionKey key) {
        Client client = (Client) key.attachment();
        try {
            if (key.isConnectable()) {
                client.channel.finishConnect();
                handshake(key);
            } else if (key.isReadable()) {
                receive(client, key);
            }
        } catch (IOException | CancelledKeyException broken) {
            drop(client, key);
        }
    }

    private void handshake(SelectionKey key) {
        Client client = (Client) key.attachment();
        key.interestOps(SelectionKey.OP_READ);
        client.stage = Client.Stage.HANDSHAKE;
        client.send(ClientFrames.handshake(server.getHostString() + ":" + server.getPort(), client.who));
    }

    private void receive(Client client, SelectionKey key) throws IOException {
        in.clear();
        if (client.carry != null) {
            in.put(client.carry);
        }
        int count = client.channel.read(in);
        if (count < 0) {
            drop(client, key);
            return;
        }
        tally.bytes += count;
        in.flip();
        if (client.stage == Client.Stage.HANDSHAKE && !upgraded(client)) {
            drop(client, key);
        }
        if (client.stage != Client.Stage.HANDSHAKE) {
            boolean joining = client.stage == Client.Stage.JOINING;
            reader.read(client, in, System.nanoTime());
            if (joining && client.stage == Client.Stage.LIVE) {
                inProgress--;
            }
        }
        client.carry = null;
        if (in.hasRemaining()) {
            client.carry = new byte[in.remaining()];
            in.get(client.carry);
        }
    }

    /** False if the response is a refusal; if it is incomplete the stage does not change. */
    private boolean upgraded(Client client) {
        String answer = StandardCharsets.ISO_8859_1
                .decode(in.duplicate().limit(Math.min(in.limit(), 4096)))
                .toString();
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return true;
        }
        if (!answer.startsWith("HTTP/1.1 101")) {
            tally.refusals.merge("handshake " + answer.lines().findFirst().orElse(""), 1, Integer::sum);
            in.position(in.limit());
            return false;
        }
        in.position(end + 4);
        client.stage = Client.Stage.JOINING;
        client.send(ClientFrames.hello(client.cursor));
        return true;
    }

    private void drop(Client client, SelectionKey key) {
        if (client.stage != Client.Stage.LIVE && client.stage != Client.Stage.CLOSED) {
            inProgress--;
        }
        client.stage = Client.Stage.CLOSED;
        key.cancel();
        try {
            client.channel.close();
        } catch (IOException e) {
            // it is gone already
        }
    }
}
