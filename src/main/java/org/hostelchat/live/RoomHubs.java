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
import org.hostelchat.message.MessageFeed;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.room.Rooms;

/**
 * The rooms to which somebody listens. Hands each what was committed there; of a room without listeners it notices no more
 * than that. Who may listen is decided by whoever subscribes a line: {@link Greeting}, {@link MembershipRelay}.
 *
 * <p>Thread-safe. The writer's thread looks a room up without a lock, and waits at most for others who fill the same ring.
 */
@ApplicationScoped
public class RoomHubs implements MessageFeed {

    private static final System.Logger LOG = System.getLogger(RoomHubs.class.getName());

    private final MessageLog log;
    private final Rooms rooms;
    private final Dispatcher dispatcher;
    private final Map<Long, RoomHub> hubs = new ConcurrentHashMap<>();
    /** Rooms that have changed and are still to be read; at most one thread at a time reads them. Guards itself. */
    private final Set<Long> changed = new LinkedHashSet<>();

    /** Whether a thread reads what has changed. Guarded by {@link #changed}. */
    private boolean readingChanges;

    private volatile Executor aside = Runnable::run;

    @Inject
    public RoomHubs(MessageLog log, Rooms rooms, Dispatcher dispatcher) {
        this.log = log;
        this.rooms = rooms;
        this.dispatcher = dispatcher;
    }

    /** For the container's proxy. */
    protected RoomHubs() {
        this(null, null, null);
    }

    /** @param threads for what must not be done by the thread that brings the news */
    public void start(ThreadFactory threads) {
        aside = work -> threads.newThread(work).start();
    }

    /**
     * Registers a line with a room: from now on it has to be unregistered, and is fed as soon as its connection has taken the
     * subscription. To be called before the room's last number is looked up, and {@link #begin} after it.
     */
    Subscription subscribe(Connection connection, long room) {
        var made = new Subscription[1];
        // Within compute, since the last listener may just be taking the hub away.
        hubs.compute(room, (id, known) -> {
            var hub = known != null ? known : new RoomHub(new RoomBroadcast(id, log));
            made[0] = new Subscription(hub, connection);
            hub.add(made[0]);
            return hub;
        });
        return made[0];
    }

    /** The line does not listen any more. The room is forgotten if nobody else does. */
    void unsubscribe(Subscription subscription) {
        hubs.computeIfPresent(subscription.room(), (id, hub) -> {
            var isLast = subscription.hub() == hub && hub.remove(subscription);
            return isLast ? null : hub;
        });
    }

    /** As {@link #unsubscribe}, unless the connection has taken it. */
    void unsubscribeUnlessTaken(Subscription subscription) {
        if (!subscription.connection().has(subscription)) unsubscribe(subscription);
    }

    /** Has all hubs that have just been made begin at their rooms' last numbers; one query, or none. */
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
    }

    @Override
    public void changed(long room) {
        // Whoever brought the news has still the turn to write, for which others wait.
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

    /** One room after the other: an erasure changes all of them at once, and is not to take as many threads and connections. */
    private void readChanges() {
        try {
            for (var room = nextChanged(); room != null; room = nextChanged()) feed(room, RoomHub::catchUpWithLog);
        } catch (RuntimeException | Error e) {
            stopReadingChanges();
            throw e;
        }
    }

    /** @return null if there is none, and the thread is to end */
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

    /** What is stored is stored: if it can't be fed to the lines now, the next event or the sweep finds the hole. */
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

    /** Looks for events that nobody told of: a commit whose answer was lost, or whose feeding failed. */
    public void sweep() {
        var begun = hubs.values().stream()
                .filter(RoomHub::hasBegun)
                .map(RoomHub::room)
                .toList();
        if (begun.isEmpty()) return;
        rooms.lastNumbers(begun).forEach((room, last) -> {
            var hub = hubs.get(room);
            if (hub != null && hub.head() < last) feed(room, RoomHub::catchUpWithLog);
        });
    }

    /** @return null if nobody listens to the room */
    RoomHub find(long room) {
        return hubs.get(room);
    }

    /** How many rooms have listeners. */
    public int size() {
        return hubs.size();
    }
}
