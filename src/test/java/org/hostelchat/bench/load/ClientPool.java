package org.hostelchat.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A set of connections and what they received. Closing it closes them. */
public final class ClientPool implements AutoCloseable {

    private static final int AT_ONCE = 256;
    private static final int A_FEW = 4;
    private static final int A_MINUTE = 60;

    private final PostLog posts;
    private final List<Client> clients = new ArrayList<>();
    private final Loop loop;

    private ClientPool(InetSocketAddress server, PostLog posts, int atATime) throws IOException {
        this.posts = posts;
        this.loop = new Loop(server, posts, atATime);
    }

    /**
     * Connects, as many at a time as browsers would at worst, and waits until all are live: welcomed, and in possession
     * of what they missed.
     *
     * @param people the owners of the connections, in turn
     * @param cursor the last number that each holds, or -1
     * @throws IllegalStateException if not all are live within the limit
     */
    public static ClientPool join(
            InetSocketAddress server, List<Credentials> people, int size, long cursor, int seconds) throws IOException {
        return join(server, people, size, cursor, seconds, new PostLog(), AT_ONCE);
    }

    /** As {@link #join}, of those whose posts are in a log that pools at other nodes have too. */
    public static ClientPool join(InetSocketAddress server, List<Credentials> people, int size, PostLog posts)
            throws IOException {
        return join(server, people, size, -1, A_MINUTE, posts, AT_ONCE);
    }

    /** As {@link #join}, but a few at a time, so that the server needs few threads. */
    public static ClientPool trickle(InetSocketAddress server, List<Credentials> people, int size, int seconds)
            throws IOException {
        return join(server, people, size, -1, seconds, new PostLog(), A_FEW);
    }

    private static ClientPool join(
            InetSocketAddress server,
            List<Credentials> people,
            int size,
            long cursor,
            int seconds,
            PostLog posts,
            int atATime)
            throws IOException {
        ClientPool crowd = new ClientPool(server, posts, atATime);
        for (int i = 0; i < size; i++) {
            crowd.clients.add(crowd.loop.connect(people.get(i % people.size()), cursor));
        }
        if (!await(seconds, () -> crowd.loop.hasFailed() || crowd.isLive()) || crowd.loop.hasFailed()) {
            crowd.close();
            throw new IllegalStateException(
                    crowd.clients.stream().filter(client -> client.liveAt != 0).count() + " of " + size
                            + " were live after " + seconds + " s; refused: "
                            + crowd.tally().refusals);
        }
        return crowd;
    }

    private boolean isLive() {
        return clients.stream().allMatch(client -> client.liveAt != 0);
    }

    /** From now on nothing is read from these connections. */
    public void stopReading() {
        loop.stopReading();
    }

    public Tally tally() {
        return loop.tally();
    }

    public PostLog posts() {
        return posts;
    }

    public int size() {
        return clients.size();
    }

    public long closed() {
        return loop.closed();
    }

    public List<Client> first(int count) {
        return clients.subList(0, Math.min(count, clients.size()));
    }

    /** The number up to which every open connection has everything. */
    public long held() {
        long least = Long.MAX_VALUE;
        for (Client client : clients) {
            if (client.stage != Client.Stage.CLOSED) {
                least = Math.min(least, client.expected - 1);
            }
        }
        return least;
    }

    /** When the last of them was live, as {@link System#nanoTime}. */
    public long lastLiveAt() {
        return clients.stream().mapToLong(client -> client.liveAt).max().orElseThrow();
    }

    /** Waits until all posts are answered and delivered to everybody. Returns the number of missing deliveries. */
    public long settle(int seconds) {
        await(seconds, () -> tally().acknowledged() >= posts.posted());
        return lacking(seconds);
    }

    /** Waits until everybody has what was acknowledged. Returns the number of missing deliveries. */
    public long lacking(int seconds) {
        await(seconds, () -> held() >= posts.lastAcknowledged());
        long due = posts.lastAcknowledged() + 1;
        return clients.stream()
                .mapToLong(client -> Math.max(0, due - client.expected))
                .sum();
    }

    @Override
    public void close() throws IOException {
        loop.close();
    }

    private static boolean await(int seconds, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
