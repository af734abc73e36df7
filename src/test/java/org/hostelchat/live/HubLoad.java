package org.hostelchat.live;

import jakarta.websocket.CloseReason;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.live.transport.FrameTransport;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.room.Rooms;

/**
 * Load on the live adapter alone, within this process: from the commit of an event to the call that writes it to a
 * connection. Without database and sockets, whose cost does not depend on the number of rooms and would hide the cost
 * that does. A write uses as much processor time as requested, so that rounds take as long as over sockets.
 */
public final class HubLoad implements AutoCloseable {

    /** Who listens where: by connection, the numbers of its rooms. */
    public record Plan(List<long[]> lines) {

        /** Each connection in some rooms out of many, at random. */
        public static Plan random(int lines, int each, int rooms, long seed) {
            var random = new Random(seed);
            var all = new ArrayList<long[]>();
            for (var i = 0; i < lines; i++)
                all.add(random.longs(2, rooms + 2L).distinct().limit(each).toArray());
            return new Plan(all);
        }

        /** So many connections in one room, the others in none. */
        public static Plan oneRoom(int lines, int listeners) {
            var all = new ArrayList<long[]>();
            for (var i = 0; i < lines; i++) all.add(i < listeners ? new long[] {2} : new long[0]);
            return new Plan(all);
        }

        /** The rooms with listeners. */
        public long[] rooms() {
            return lines.stream().flatMapToLong(Arrays::stream).distinct().toArray();
        }
    }

    /** What a run showed. */
    public record Result(long deliveries, Histogram latencyNanos, double cpuNanosPerDelivery) {}

    private final Dispatcher dispatcher = new Dispatcher();
    private final RoomHubs hubs = new RoomHubs(null, new Silent(), dispatcher);
    private final List<Connection> connections = new ArrayList<>();
    private final Map<Long, AtomicLong> last = new HashMap<>();
    private final AtomicLong deliveries = new AtomicLong();
    private final Histogram latency = new Histogram(100, 10_000_000_000L, 3);
    private final long writeNanos;
    /** When the latest event of a room was meant to be committed, by room. */
    private final Map<Long, AtomicLong> meantAt = new HashMap<>();

    private volatile boolean measuring;

    /** @param writeNanos what one write to a connection costs */
    public HubLoad(Plan plan, long writeNanos) {
        this.writeNanos = writeNanos;
        for (var rooms : plan.lines()) connections.add(connect(rooms));
        for (var room : plan.rooms()) {
            last.put(room, new AtomicLong());
            meantAt.put(room, new AtomicLong());
        }
    }

    private Connection connect(long[] rooms) {
        var connection = new Connection(new Wire(), new Caller(1, "Asha", Role.STUDENT, false), "s");
        connection.beginGreeting();
        var subscriptions = LongStream.of(rooms)
                .mapToObj(room -> hubs.subscribe(connection, room))
                .toList();
        hubs.begin(subscriptions);
        subscriptions.forEach(subscription -> connection.startIn(subscription, 0, 0));
        connection.greet(List.of(), java.util.Set.of());
        dispatcher.pump(connection);
        return connection;
    }

    /** How many rooms have a hub. */
    public int hubs() {
        return hubs.size();
    }

    /** Events at a rate, in rooms at random, one to a batch, as a writer hands them over. */
    public Result run(int perSecond, int warmupSeconds, int seconds) {
        dispatcher.start(work -> new Thread(work, "dispatcher"));
        var rooms = last.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        var random = new Random(3);
        post(rooms, random, perSecond, warmupSeconds);
        measuring = true;
        var cpu = cpuNanos();
        var before = deliveries.get();
        post(rooms, random, perSecond, seconds);
        var delivered = deliveries.get() - before;
        var spent = cpuNanos() - cpu;
        dispatcher.stop();
        return new Result(delivered, latency, (double) spent / delivered);
    }

    private void post(long[] rooms, Random random, int perSecond, int seconds) {
        var start = System.nanoTime();
        for (var i = 0L; i < (long) perSecond * seconds; i++) {
            var due = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            var room = rooms[random.nextInt(rooms.length)];
            // From the time at which it was meant to be committed: a stall counts against all that should have gone out
            // in it.
            meantAt.get(room).set(due);
            hubs.committed(room, List.of(event(room, last.get(room).incrementAndGet())));
            hubs.answered();
        }
    }

    private static RoomEvent event(long room, long seq) {
        return new RoomEvent.Posted(
                room,
                seq,
                new RoomEvent.Author(1, "Resident No 1", Role.STUDENT),
                Instant.EPOCH,
                new UUID(room, seq).toString(),
                "the quick brown fox jumps over the lazy dog and the quick brown fox jumps over t",
                null);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    @Override
    public void close() {
        dispatcher.stop();
        connections.clear();
    }

    private final class Wire implements FrameTransport {
        @Override
        public void write(List<Frame> frames, Done done) {
            var now = System.nanoTime();
            // All by the one thread that writes.
            if (measuring) {
                for (var frame : frames)
                    latency.recordValue(Math.max(
                            0, now - meantAt.get(number(frame, "\"room\":")).get()));
            }
            for (var frame : frames) deliveries.addAndGet(number(frame, "\"to\":") - number(frame, "\"from\":") + 1);
            while (System.nanoTime() - now < writeNanos) Thread.onSpinWait();
            done.written(null);
        }

        private static long number(Frame frame, String before) {
            var text = frame.text();
            var at = text.indexOf(before) + before.length();
            return Long.parseLong(text, at, text.indexOf(',', at), 10);
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseReason.CloseCode code, String reason) {}

        @Override
        public void cut() {}
    }

    /** In which nothing was said before. */
    private static final class Silent extends Rooms {
        @Override
        public Map<Long, Long> lastNumbers(java.util.Collection<Long> rooms) {
            var none = new HashMap<Long, Long>();
            rooms.forEach(room -> none.put(room, 0L));
            return none;
        }
    }
}
