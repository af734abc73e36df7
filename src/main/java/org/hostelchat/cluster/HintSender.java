package org.hostelchat.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Collects hints and sends them to the other nodes, on a thread of its own: whoever has something to tell never waits
 * for a network. Hints that wait together become one message, and later ones replace earlier ones of the same room, so
 * the more there is to tell, the fewer messages it takes. Bounded: what is too much is dropped. While there is no other
 * node, nothing is collected.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class HintSender {

    private static final System.Logger LOG = System.getLogger(HintSender.class.getName());

    /** More hints than this are dropped. */
    static final int MOST_WAITING = 10_000;

    /** Also the lock of itself and {@link #dropped}. */
    private final Map<Object, Hint> waiting = new LinkedHashMap<>();

    private boolean dropped;
    private volatile RoomHints others;
    private volatile boolean alone = true;
    private volatile boolean stopping;
    private volatile Thread thread;
    private final LongAdder sent = new LongAdder();
    private final LongAdder lost = new LongAdder();

    /** Starts the thread that sends. */
    public void start(RoomHints way, ThreadFactory threads) {
        others = way;
        thread = threads.newThread(this::run);
        thread.setName("hostel-hints");
        thread.start();
    }

    /** Says whether there is any other node. */
    public void setAlone(boolean isAlone) {
        alone = isAlone;
    }

    public boolean isAlone() {
        return alone;
    }

    /** Takes a hint for the other nodes. Returns at once. */
    public void send(Hint hint) {
        if (alone || others == null) return;
        synchronized (waiting) {
            var key = hint.key();
            if (waiting.size() >= MOST_WAITING && !waiting.containsKey(key)) {
                dropped = true;
                return;
            }
            waiting.merge(key, hint, Hint::then);
            waiting.notifyAll();
        }
    }

    /** How many hints were sent. */
    public long sent() {
        return sent.sum();
    }

    /** How many messages are known to be lost. */
    public long lost() {
        return lost.sum();
    }

    /** Stops the thread; hints that wait are lost. */
    public void stop() {
        stopping = true;
        var running = thread;
        if (running == null) return;
        running.interrupt();
        try {
            running.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) sendAll(take());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Hint> take() throws InterruptedException {
        synchronized (waiting) {
            while (waiting.isEmpty()) waiting.wait();
            var all = List.copyOf(waiting.values());
            waiting.clear();
            if (dropped) lost.increment();
            dropped = false;
            return all;
        }
    }

    private void sendAll(List<Hint> hints) {
        var most = RoomHints.MOST_NUMBERS / HintCodec.WIDTH;
        for (var from = 0; from < hints.size(); from += most) {
            var part = new ArrayList<>(hints.subList(from, Math.min(from + most, hints.size())));
            try {
                if (others.send(HintCodec.encode(part))) sent.add(part.size());
                else lost.increment();
            } catch (RuntimeException e) {
                lost.increment();
                LOG.log(System.Logger.Level.WARNING, "Hints for other nodes were lost", e);
            }
        }
    }
}
