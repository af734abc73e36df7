package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that writes to all lines. In a round it lets each line of which something is due write all that it has not got
 * yet, once. What happens meanwhile is taken by the next round: batches grow with the load.
 *
 * <p>A line is due when it is queued itself, or a room is queued to which it listens; it costs nothing otherwise. Thread-safe.
 */
@ApplicationScoped
public class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    /** Each line, and each room, is in its queue at most once. */
    private final Queue<Connection> queuedLines = new ConcurrentLinkedQueue<>();

    private final Queue<RoomHub> queuedRooms = new ConcurrentLinkedQueue<>();

    /** What the present round has still to look at. Of the dispatcher's thread alone. */
    private final Queue<Connection> lines = new ArrayDeque<>();

    private final Queue<RoomHub> rooms = new ArrayDeque<>();

    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean stopping;
    private volatile Thread thread;

    /** Starts the thread. */
    public void start(ThreadFactory threads) {
        thread = threads.newThread(this::run);
        thread.setName("hostel-dispatcher");
        thread.start();
    }

    /** Has a room's listeners looked at in the next round. */
    void pump(RoomHub room) {
        if (room.queued().set()) queuedRooms.add(room);
        wake();
    }

    /** Has one line looked at in the next round. */
    void pump(Connection line) {
        queue(line);
        wake();
    }

    /** Has one line looked at in the next round, which somebody else starts. */
    void queue(Connection line) {
        if (line.queued().set()) queuedLines.add(line);
    }

    /** Starts the next round. */
    void wake() {
        if (!woken.getAndSet(true)) LockSupport.unpark(thread);
    }

    /** Ends the thread, and waits for that: it must not outlive what it works with. */
    public void stop() {
        stopping = true;
        woken.set(true);
        LockSupport.unpark(thread);
        try {
            if (thread != null) thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            if (!woken.getAndSet(false)) {
                LockSupport.park(this);
                continue;
            }
            try {
                goRound();
            } catch (RuntimeException | Error e) {
                // Nobody would hear anything any more if this thread ended. What is left of the round comes first in
                // the next.
                LOG.log(System.Logger.Level.ERROR, "A round was broken off", e);
                woken.set(true);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    /** For the dispatcher's thread, and tests that do without it. */
    void goRound() {
        // Whoever gets an answer first: then the listeners of all rooms, each once, however many of its rooms are due.
        moveAll(queuedLines, lines);
        moveAll(queuedRooms, rooms);
        for (RoomHub room; (room = rooms.poll()) != null; ) {
            room.queued().clear();
            room.forEachListener(this::takeIn);
        }
        for (Connection line; (line = lines.poll()) != null; ) {
            line.queued().clear();
            feed(line);
        }
    }

    private static <T> void moveAll(Queue<T> from, Queue<T> to) {
        for (T next; (next = from.poll()) != null; ) to.add(next);
    }

    private void takeIn(Subscription listener) {
        var line = listener.connection();
        line.markDue(listener);
        if (line.queued().set()) lines.add(line);
    }

    private void feed(Connection line) {
        try {
            LinePump.pump(line, () -> pump(line));
        } catch (RuntimeException | Error e) {
            // One line's trouble must not end everybody's.
            cut(line, e);
        }
    }

    /** Whatever state it is in; the container tells of its end. */
    private static void cut(Connection line, Throwable why) {
        line.markClosed();
        try {
            line.line().cut();
            LOG.log(System.Logger.Level.WARNING, "A line was cut", why);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "A line could not even be cut", e);
        }
    }
}
