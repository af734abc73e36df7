package org.hostelchat.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.changelog.ChangeTail;
import org.hostelchat.message.Erasure;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageFeed;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.message.Stored;
import org.hostelchat.notice.MissedNotices;
import org.hostelchat.notice.NoticeCounts;
import org.hostelchat.notice.Notices;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.presence.PresenceBoard;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.Epoch;
import org.hostelchat.room.Involvement;
import org.hostelchat.room.Posting;
import org.hostelchat.room.ReadMarks;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.room.RoomKind;
import org.hostelchat.room.RoomView;
import org.hostelchat.room.Rooms;
import org.hostelchat.user.NotificationChoices;
import org.hostelchat.user.UserErasing;
import org.hostelchat.user.UserRepository;

/**
 * The whole live adapter over the real writer and log in a real database, with many rooms and without a server: only
 * transports and memberships are simulated.
 */
final class SimulatedServer implements AutoCloseable {

    private record Member(long user, long room) {}

    final MessageLog log;
    final MessageWriter writer;
    final OpenConnections lines = new OpenConnections();
    final Dispatcher dispatcher = new Dispatcher();
    final RoomHubs hubs;
    final Greeting greeting;
    final Notifier notifier = new Notifier(lines, dispatcher);
    final ConnectionCleanup cleanup;
    final List<Long> rooms = new ArrayList<>();

    private final BareDatabase database;
    private final MembershipRelay relay;
    private final Map<Member, Long> members = new ConcurrentHashMap<>();

    /** The hint that something was committed is lost. */
    volatile boolean deaf;

    /** What happens while somebody's rooms are looked up. */
    volatile Runnable whileLooking = () -> {};

    SimulatedServer(BareDatabase database, int roomCount) {
        this.database = database;
        for (var i = 0; i < roomCount; i++) rooms.add(makeRoom());
        log = new MessageLog(database, null);
        var roomList = new RoomList();
        var access = new Access();
        hubs = new RoomHubs(log, roomList, dispatcher);
        writer = new MessageWriter(
                database, new Feed(), new MessageSettings(10_000, 64, 0, 0), new AuditTrail(), Clock.systemUTC());
        var presence = new PresenceBoard();
        cleanup = new ConnectionCleanup(lines, new ClosingConnections(), hubs, presence, new TypingThrottle());
        var tail = new ChangeTail(new ChangeLog(database), List.of());
        relay = new MembershipRelay(lines, hubs, access, roomList, dispatcher, notifier);
        var users = new UserRepository(database, null, null, null, null);
        var own = new OwnRelay(lines, notifier, users, new NotificationChoices(database, null), Clock.systemUTC());
        greeting = new Greeting(
                roomList,
                hubs,
                relay,
                presence,
                new NoNotices(),
                tail,
                new MissedNotices(database),
                new OneEpoch(),
                own);
        writer.start(Thread::new);
    }

    private long makeRoom() {
        return database.write(em -> {
            em.createNativeQuery("insert into rooms (kind, name, created_at) values ('NOTICE', 'Many', 0)")
                    .executeUpdate();
            return ((Number) em.createNativeQuery("select max(id) from rooms").getSingleResult()).longValue();
        });
    }

    long last(long room) {
        return ((Number) database.query("select last_seq from rooms where id = " + room)).longValue();
    }

    boolean isIn(long user, long room) {
        return members.containsKey(new Member(user, room));
    }

    /** Stored, and told afterwards, as after a transaction. */
    void join(long user, long room) {
        members.put(new Member(user, room), last(room) + 1);
        relay.joined(user, room);
    }

    void leave(long user, long room) {
        members.remove(new Member(user, room));
        relay.left(user, room);
    }

    /** As {@link #join} or {@link #leave}, but nobody has been told yet. */
    void change(long user, long room, boolean in) {
        if (in) members.put(new Member(user, room), last(room) + 1);
        else members.remove(new Member(user, room));
    }

    void tell(long user, long room, boolean in) {
        if (in) relay.joined(user, room);
        else relay.left(user, room);
    }

    CompletableFuture<Stored> post(Caller by, long room, String words) {
        return writer.submit(new MessageDraft.Post(by, room, UUID.randomUUID(), words));
    }

    /** Takes all words of somebody away, in all rooms, by one event in each; the account stays. */
    void erase(Caller person) {
        var erasure = new Erasure(new Feed(), Clock.systemUTC());
        var erasing = database.write(em -> {
            var event = new UserErasing(em, person.id(), Caller.OPERATOR);
            erasure.takeWordsAway(event);
            return event;
        });
        erasure.tell(erasing);
    }

    /** What the log says now, by number. */
    NavigableMap<Long, RoomEvent> stored(long room) {
        var events = new TreeMap<Long, RoomEvent>();
        for (var from = 0L; ; from = events.lastKey()) {
            var page = log.after(room, from, MessageLog.LARGEST_PAGE);
            page.forEach(event -> events.put(event.seq(), event));
            if (page.isEmpty()) return events;
        }
    }

    /** Lets every connection write what is due, without a thread. */
    void runRound() {
        for (var i = 0; i < 4; i++) dispatcher.runRound();
    }

    @Override
    public void close() {
        writer.stop();
        dispatcher.stop();
    }

    private final class Feed implements MessageFeed {
        @Override
        public void committed(long room, List<RoomEvent> events) {
            if (!deaf) hubs.committed(room, events);
        }

        @Override
        public void answered() {
            hubs.answered();
        }

        @Override
        public void changed(long room) {
            if (!deaf) hubs.changed(room);
        }
    }

    private final class RoomList extends Rooms {
        RoomList() {
            super(database, new ReadMarks(database), Clock.systemUTC());
        }

        @Override
        public RoomView view(long user, long room) {
            return SimulatedServer.view(room, last(room));
        }

        @Override
        public List<RoomView> of(Caller caller) {
            return rooms.stream()
                    .filter(room -> isIn(caller.id(), room))
                    .map(room -> view(caller.id(), room))
                    .toList();
        }
    }

    /** As somebody sees it who may read its whole past. */
    static RoomView view(long room, long last) {
        return new RoomView(
                room, "Many", RoomKind.OPEN, last, 0, 0, 0, Involvement.ALL, Posting.ALL, null, List.of(), 1);
    }

    private final class Access extends RoomAccess {
        @Override
        public boolean mayRead(long user, long room) {
            whileLooking.run();
            return isIn(user, room);
        }
    }

    private static final class NoNotices extends Notices {
        @Override
        public NoticeCounts counts(Caller caller) {
            return new NoticeCounts(0, 0);
        }
    }

    private static final class OneEpoch extends Epoch {
        @Override
        public String value() {
            return "paper";
        }
    }
}
