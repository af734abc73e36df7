package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.message.MessageFeed;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.refusal.Problem;
import org.hostelchat.room.Rooms;

/**
 * The one thread that feeds all {@link OpenLines}: whenever something has happened it goes round and lets each line write
 * what it has not got yet. While it goes round more happens, and the next round takes it all: batches grow with the load.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class Dispatcher implements MessageFeed {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    /** So many single lines in a row, before it is everybody's turn again. */
    private static final int SINGLES = 1_000;

    private final MessageLog log;
    private final Rooms rooms;
    private final OpenLines lines;
    private final Map<Long, RoomBroadcast> broadcasts = new ConcurrentSkipListMap<>();
    private final Queue<Connection> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean everybody = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean stopping;
    private volatile Thread thread;
    private volatile Executor aside = Runnable::run;

    @Inject
    public Dispatcher(MessageLog log, Rooms rooms, OpenLines lines) {
        this.log = log;
        this.rooms = rooms;
        this.lines = lines;
    }

    /** For the container's proxy. */
    protected Dispatcher() {
        this(null, null, null);
    }

    /** Learns how far every room is and starts the thread. */
    public void start(ThreadFactory threads) {
        rooms.lastNumbers().forEach(this::open);
        aside = work -> threads.newThread(work).start();
        thread = threads.newThread(this::run);
        thread.setName("hostel-dispatcher");
        thread.start();
    }

    private RoomBroadcast open(long room, long last) {
        return broadcasts.computeIfAbsent(room, id -> new RoomBroadcast(id, last, log));
    }

    /** The ring of a room; one that was not heard of yet begins empty. */
    RoomBroadcast broadcast(long room) {
        return open(room, 0);
    }

    /** The ring of a room; one that was not heard of yet begins after this number. */
    RoomBroadcast broadcast(long room, long last) {
        return open(room, last);
    }

    /** Nothing more is said there. */
    void close(long room) {
        broadcasts.remove(room);
    }

    @Override
    public void committed(long room, List<RoomEvent> events) {
        feed(room, broadcast -> broadcast.committed(events));
    }

    @Override
    public void changed(long room) {
        // Whoever brought the news has still the turn to write, for which others wait.
        aside.execute(() -> feed(room, RoomBroadcast::catchUpWithLog));
    }

    /**
     * What is stored is stored: if it can't be fed to the lines now, the next event or the sweep finds the hole. In a room
     * that has no ring there is nobody to hear it.
     */
    private void feed(long room, Consumer<RoomBroadcast> what) {
        var broadcast = broadcasts.get(room);
        if (broadcast == null) return;
        try {
            what.accept(broadcast);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Room " + room + " will be fed by the next sweep", e);
        }
        everybody.set(true);
        wake();
    }

    /** Looks for events that nobody told of: a commit whose answer was lost, or whose feeding failed. */
    public void sweep() {
        rooms.lastNumbers().forEach((room, last) -> {
            var broadcast = broadcasts.get(room);
            if (broadcast != null && broadcast.head() < last) feed(room, RoomBroadcast::catchUpWithLog);
        });
    }

    /** Sends to one line. */
    void tell(Connection connection, Frame frame) {
        connection.tell(frame);
        pump(connection);
    }

    /** Sends to every line that has said hello. */
    void tellEverybody(Frame frame) {
        lines.forEach(connection -> connection.tellIfThere(frame));
        goRound();
    }

    /** Sends to every line in a room but a person's own, and may be lost. */
    void mention(long room, Frame frame, long butNotTo) {
        lines.forEach(connection -> {
            if (connection.caller().id() != butNotTo && connection.isIn(room)) connection.mention(frame);
        });
        goRound();
    }

    /** Closes lines, with a reason. */
    void dismiss(long userId, Predicate<Connection> which, Problem why, CloseCode code) {
        for (var connection : lines.of(userId)) {
            if (!which.test(connection)) continue;
            connection.bye(why, code);
            pump(connection);
        }
    }

    /** Sends to one line in the round that {@link #answered} starts, so that an answer and the news travel in one write. */
    void tellLater(Connection connection, Frame frame) {
        connection.tell(frame);
        queue(connection);
    }

    /** A person has read further on one line: the others get to know. */
    void tellRead(Connection from, long room, long seq) {
        for (var other : lines.of(from.caller().id())) {
            if (other != from && other.oweRead(room, seq)) pump(other);
        }
    }

    @Override
    public void answered() {
        wake();
    }

    /** Has one line looked at. */
    void pump(Connection connection) {
        queue(connection);
        wake();
    }

    private void queue(Connection connection) {
        if (connection.queue()) ready.add(connection);
    }

    void goRound() {
        everybody.set(true);
        wake();
    }

    private void wake() {
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
                if (everybody.getAndSet(false)) lines.forEach(this::feed);
                feedReady();
            } catch (RuntimeException | Error e) {
                // Nobody would hear anything any more if this thread ended.
                LOG.log(System.Logger.Level.ERROR, "A round was broken off", e);
                goRound();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    private void feedReady() {
        for (var left = SINGLES; left > 0; left--) {
            var connection = ready.poll();
            if (connection == null) return;
            connection.unqueue();
            feed(connection);
        }
        woken.set(true);
    }

    private void feed(Connection connection) {
        try {
            connection.pump(() -> pump(connection));
        } catch (RuntimeException | Error e) {
            // One line's trouble must not end everybody's.
            lines.cut(connection, e);
        }
    }
}
