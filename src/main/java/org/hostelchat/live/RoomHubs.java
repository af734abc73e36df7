package org.hostelchat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.hostelchat.cluster.Hint;
import org.hostelchat.message.MessageFeed;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.room.Rooms;

/**
 * The hubs of all rooms that have listeners. Passes committed events on to them; events of other rooms are ignored. Who
 * may listen is decided by the callers of {@link #subscribe}: {@link Greeting} and {@link MembershipRelay}.
 *
 * <p>Thread-safe. The writer's thread looks rooms up without a lock, and waits at most for others that fill the same
 * ring.
 */
@ApplicationScoped
public class RoomHubs implements MessageFeed {

    private static final System.Logger LOG = System.getLogger(RoomHubs.class.getName());

    private final MessageLog log;
    private final Rooms rooms;
    private final Dispatcher dispatcher;
    private final Map<Long, RoomHub> hubs = new ConcurrentHashMap<>();
    /**
     * Rooms whose log has to be read; one thread at a time does that. Also the lock for itself and {@link
     * #readingChanges}.
     */
    private final Set<Long> changed = new LinkedHashSet<>();

    /** Whether a thread is reading the changed rooms. Guarded by {@link #changed}. */
    private boolean readingChanges;

    private volatile Executor aside = Runnable::run;

    /** Tells other nodes. */
    private volatile Consumer<Hint> hints = hint -> {};

    @Inject
    public RoomHubs(MessageLog log, Rooms rooms, Dispatcher dispatcher) {
        this.log = log;
        this.rooms = rooms;
        this.dispatcher = dispatcher;
    }

    /** For the CDI proxy. */
    protected RoomHubs() {
        this(null, null, null);
    }

    /**
     * @param threads for reading the log, which the thread that reports a change must not do
     * @param others is told what other nodes may want to read; must return at once
     */
    public void start(ThreadFactory threads, Consumer<Hint> others) {
        aside = work -> threads.newThread(work).start();
        hints = others;
    }

    /**
     * Registers a connection with a room's hub; the caller must unregister it in the end. It is fed as soon as its
     * connection has accepted the subscription. Call it before reading the room's last number, and {@link #begin}
     * afterwards.
     */
    Subscription subscribe(Connection connection, long room) {
        var made = new Subscription[1];
        // Within compute, because another thread may be removing the hub with its last listener.
        hubs.compute(room, (id, known) -> {
            var hub = known != null ? known : new RoomHub(new RoomBroadcast(id, log));
            made[0] = new Subscription(hub, connection);
            hub.add(made[0]);
            return hub;
        });
        return made[0];
    }

    /** Unregisters a subscription, and removes the hub with its last one. */
    void unsubscribe(Subscription subscription) {
        hubs.computeIfPresent(subscription.room(), (id, hub) -> {
            var isLast = subscription.hub() == hub && hub.remove(subscription);
            return isLast ? null : hub;
        });
    }

    /** Does the same unless the connection has accepted the subscription. */
    void unsubscribeUnlessTaken(Subscription subscription) {
        if (!subscription.connection().has(subscription)) unsubscribe(subscription);
    }

    /** Lets all new hubs begin at their rooms' last numbers, with one query or none. */
    void begin(Collection<Subscription> subscriptions) {
        var fresh = new HashMap<Long, RoomHub>();
        for (var subscription : subscriptions) {
            var hub = subscription.hub();
            if (!hub.hasBegun()) fresh.put(hub.room(), hub);
        }
        if (!fresh.isEmpty())
            rooms.lastNumbers(fresh.keySet())
                    .forEach((room, last) -> fresh.get(room).begin(last));
    }

    @Override
    public void committed(long room, List<RoomEvent> events) {
        feed(room, hub -> hub.committed(events));
        hints.accept(new Hint.RoomExtended(room, events.get(events.size() - 1).seq()));
    }

    @Override
    public void changed(long room) {
        hints.accept(new Hint.RoomExtended(room, Hint.RoomExtended.UNKNOWN));
        read(room);
    }

    /** Another node has extended the room's log. What is known already costs nothing. */
    void extended(Hint.RoomExtended hint) {
        var hub = hubs.get(hint.room());
        if (hub != null && hub.hasBegun() && hub.head() < hint.last()) read(hint.room());
    }

    private void read(long room) {
        // The calling thread still holds the permit to write to the database, which others wait for.
        if (!hubs.containsKey(room)) return;
        synchronized (changed) {
            changed.add(room);
            if (readingChanges) return;
            readingChanges = true;
        }
        try {
            aside.execute(this::readChanges);
        } catch (RuntimeException | Error e) {
            stopReadingChanges();
            throw e;
        }
    }

    /**
     * One room after the other: an erasure changes all rooms at once, and must not take a thread and a database
     * connection for each.
     */
    private void readChanges() {
        try {
            for (var room = nextChanged(); room != null; room = nextChanged()) feed(room, RoomHub::catchUpWithLog);
        } catch (RuntimeException | Error e) {
            stopReadingChanges();
            throw e;
        }
    }

    /** @return null if no room is left, and the thread must end */
    private Long nextChanged() {
        synchronized (changed) {
            var next = changed.iterator();
            if (!next.hasNext()) {
                readingChanges = false;
                return null;
            }
            var room = next.next();
            next.remove();
            return room;
        }
    }

    private void stopReadingChanges() {
        synchronized (changed) {
            readingChanges = false;
        }
    }

    @Override
    public void answered() {
        dispatcher.wake();
    }

    /** Failures are logged only: the events are stored, and the next event or the sweep finds the gap. */
    private void feed(long room, Consumer<RoomHub> what) {
        var hub = hubs.get(room);
        if (hub == null) return;
        try {
            what.accept(hub);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Room " + room + " will be fed by the next sweep", e);
        }
        dispatcher.pump(hub);
    }

    /**
     * Looks for events that were committed but not reported: the answer to a commit or a hint of another node was lost,
     * or feeding failed.
     *
     * @return in how many rooms there were any
     */
    public int sweep() {
        var begun = hubs.values().stream()
                .filter(RoomHub::hasBegun)
                .map(RoomHub::room)
                .toList();
        if (begun.isEmpty()) return 0;
        var found = 0;
        for (var last : rooms.lastNumbers(begun).entrySet()) {
            var hub = hubs.get(last.getKey());
            if (hub == null || hub.head() >= last.getValue()) continue;
            found++;
            feed(last.getKey(), RoomHub::catchUpWithLog);
        }
        return found;
    }

    /** @return null if the room has no listeners */
    RoomHub find(long room) {
        return hubs.get(room);
    }

    /** How many rooms have listeners. */
    public int size() {
        return hubs.size();
    }
}
