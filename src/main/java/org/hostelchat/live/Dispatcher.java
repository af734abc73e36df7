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
 * The one thread that writes to all connections. In each round every connection with something pending gets all of it
 * in one write. What is queued during a round is handled in the next, so batches grow with the load.
 *
 * <p>A connection is visited if it is queued itself or listens to a queued room; otherwise it costs nothing.
 * Thread-safe.
 */
@ApplicationScoped
public class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    /** Each connection and each room is queued at most once. */
    private final Queue<Connection> queuedConnections = new ConcurrentLinkedQueue<>();

    private final Queue<RoomHub> queuedRooms = new ConcurrentLinkedQueue<>();

    /** What remains to be visited in the current round. Used by the dispatcher's thread only. */
    private final Queue<Connection> connections = new ArrayDeque<>();

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

    /** Queues the listeners of a room for the next round and starts that. */
    void pump(RoomHub room) {
        if (room.queued().set()) queuedRooms.add(room);
        wake();
    }

    /** Queues a connection for the next round and starts that. */
    void pump(Connection connection) {
        queue(connection);
        wake();
    }

    /** Queues a connection for the next round without starting that. */
    void queue(Connection connection) {
        if (connection.queued().set()) queuedConnections.add(connection);
    }

    /** Starts the next round. */
    void wake() {
        if (!woken.getAndSet(true)) LockSupport.unpark(thread);
    }

    /** Stops the thread and waits for its end, because it must not outlive the beans that it uses. */
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
                runRound();
            } catch (RuntimeException | Error e) {
                // Nothing would be delivered any more if this thread ended. The next round begins with what is left of
                // this one.
                LOG.log(System.Logger.Level.ERROR, "A round was broken off", e);
                woken.set(true);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    /** One round. Called by the dispatcher's thread, and by tests that run without the thread. */
    void runRound() {
        // Connections with answers come first, then the listeners of all queued rooms, each once, in however many of
        // the rooms it is.
        moveAll(queuedConnections, connections);
        moveAll(queuedRooms, rooms);
        for (RoomHub room; (room = rooms.poll()) != null; ) {
            room.queued().clear();
            room.forEachListener(this::takeIn);
        }
        for (Connection connection; (connection = connections.poll()) != null; ) {
            connection.queued().clear();
            feed(connection);
        }
    }

    private static <T> void moveAll(Queue<T> from, Queue<T> to) {
        for (T next; (next = from.poll()) != null; ) to.add(next);
    }

    private void takeIn(Subscription listener) {
        var connection = listener.connection();
        connection.markDue(listener);
        if (connection.queued().set()) connections.add(connection);
    }

    private void feed(Connection connection) {
        try {
            ConnectionWriter.pump(connection, () -> pump(connection));
        } catch (RuntimeException | Error e) {
            // A failure of one connection must not stop the others.
            cut(connection, e);
        }
    }

    /** Cuts the connection in whatever state it is; the container reports its end. */
    private static void cut(Connection connection, Throwable why) {
        connection.markClosed();
        try {
            connection.transport().cut();
            LOG.log(System.Logger.Level.WARNING, "A connection was cut", why);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "A connection could not even be cut", e);
        }
    }
}
