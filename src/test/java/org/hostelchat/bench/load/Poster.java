package org.hostelchat.bench.load;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Sends posts over some of the connections in turn, from a thread of its own. Open loop: each post has its time, and is
 * sent late if the connection is full, so that waiting counts as latency. Closed loop: as many as keep a window of
 * posts in progress.
 */
public final class Poster implements AutoCloseable {

    private static final long TICK = 200_000;

    private final List<Client> senders;
    private final PostLog posts;
    private final String filler;
    private final Thread thread;
    private volatile boolean stopping;
    private int turn;

    private Poster(List<Client> senders, PostLog posts, int bodyLength, double perSecond, LongSupplier allowed) {
        this.senders = List.copyOf(senders);
        this.posts = posts;
        this.filler = "the quick brown fox jumps over the lazy dog and ".repeat(1 + bodyLength / 48);
        this.bodyLength = bodyLength;
        this.thread = new Thread(() -> run(perSecond, allowed), "load-poster");
        // A failed run must end rather than go on posting.
        thread.setDaemon(true);
        thread.start();
    }

    private final int bodyLength;

    /** At a constant rate. */
    public static Poster open(List<Client> senders, PostLog posts, int bodyLength, double perSecond) {
        return new Poster(senders, posts, bodyLength, perSecond, null);
    }

    /** Up to as many posts in total as the supplier allows. */
    public static Poster closed(List<Client> senders, PostLog posts, int bodyLength, LongSupplier allowed) {
        return new Poster(senders, posts, bodyLength, 0, allowed);
    }

    /** No further posts. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(double perSecond, LongSupplier allowed) {
        long start = System.nanoTime();
        long sent = 0;
        while (!stopping) {
            if (allowed != null) {
                long limit = allowed.getAsLong();
                while (posts.posted() < limit) {
                    post(System.nanoTime());
                }
            } else {
                long due = start + (long) (sent * 1e9 / perSecond);
                while (due <= System.nanoTime() && !stopping) {
                    post(due);
                    due = start + (long) (++sent * 1e9 / perSecond);
                }
            }
            senders.forEach(Client::flush);
            LockSupport.parkNanos(TICK);
        }
        senders.forEach(Client::flush);
    }

    private void post(long intended) {
        long number = posts.open(intended);
        String stamp = "@%019d ".formatted(intended);
        String body = stamp + filler.substring(0, Math.max(0, bodyLength - stamp.length()));
        senders.get(turn)
                .send(ClientFrames.text("{\"type\":\"post\",\"room\":1,\"clientId\":\""
                        + posts.ids().of(number) + "\",\"body\":\"" + body.strip() + "\"}"));
        turn = (turn + 1) % senders.size();
    }
}
