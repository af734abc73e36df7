package org.hostelchat.live;

import jakarta.websocket.CloseReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.hostelchat.live.transport.Frame;
import org.hostelchat.live.transport.FrameTransport;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.room.Rooms;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Classes of a message's path that several threads use: a room's ring, which the writer fills while connections read
 * it; a room's hub, whose listeners come and go; and a connection, to which any thread adds while the dispatcher and
 * the transport's callbacks write. Lincheck finds interleavings that no load would.
 */
class ConcurrencyTest {

    private static final Caller ASHA = new Caller(5, "Asha", Role.STUDENT, false);

    @Test
    void aRingIsReadAsIfItWereFilledAtOnce() {
        new StressOptions()
                .iterations(10)
                .invocationsPerIteration(500)
                .threads(3)
                .actorsPerThread(4)
                .check(Ring.class);
    }

    @Test
    void aConnectionLosesNothingWhoeverWritesAndWheneverAWriteIsDone() {
        new ModelCheckingOptions()
                .iterations(12)
                .invocationsPerIteration(400)
                .threads(3)
                .actorsPerThread(3)
                .check(OneLine.class);
    }

    @Test
    void whoComesIntoARoomHearsAllThatIsSaidFromThenOn() {
        new StressOptions()
                .iterations(15)
                .invocationsPerIteration(500)
                .threads(3)
                .actorsPerThread(4)
                .check(OneRoom.class);
    }

    /** A ring that holds four events, so that it runs over. */
    public static class Ring {
        private final RoomBroadcast room = new RoomBroadcast(2, null, new EventRing(4, 10_000, 0));

        @Operation(nonParallelGroup = "writer")
        public void commitOne() {
            room.committed(events(1));
        }

        @Operation(nonParallelGroup = "writer")
        public void commitThree() {
            room.committed(events(3));
        }

        private List<RoomEvent> events(int count) {
            var events = new ArrayList<RoomEvent>();
            for (var i = 1; i <= count; i++) events.add(event(room.head() + i));
            return events;
        }

        /** What one who holds this number is sent: up to where, and whether from memory. */
        @Operation
        public String after(int offset) {
            var batch = room.after(Math.floorMod(offset, 8));
            if (batch == null) return "nothing new";
            return batch.frame() == null ? "too far behind" : batch.frame().text();
        }

        private static RoomEvent event(long seq) {
            return new RoomEvent.Posted(
                    2,
                    seq,
                    new RoomEvent.Author(ASHA.id(), ASHA.name(), ASHA.role()),
                    Instant.EPOCH,
                    new UUID(0, seq).toString(),
                    "tea",
                    null);
        }
    }

    /** One line with a transport that says 'done' when it likes. */
    public static class OneLine implements FrameTransport {
        private final Connection connection = new Connection(this, ASHA, null);
        private final AtomicReference<Done> underWay = new AtomicReference<>();
        private final List<Frame> written = new ArrayList<>();
        private volatile boolean lookAgain;
        private volatile boolean atOnce;
        private final Frame[] frames = {Frame.text("0"), Frame.text("1"), Frame.text("2")};
        private final int[] told = new int[frames.length];

        public OneLine() {
            connection.beginGreeting();
            connection.greet(List.of(), Set.of());
        }

        @Operation(nonParallelGroup = "first author")
        public void tellFirst() {
            tell(0);
        }

        @Operation(nonParallelGroup = "second author")
        public void tellSecond() {
            tell(1);
        }

        private void tell(int which) {
            connection.tell(frames[which]);
            told[which]++;
            lookAgain = true;
        }

        @Operation(nonParallelGroup = "dispatcher")
        public void runRound() {
            lookAgain = false;
            ConnectionWriter.pump(connection, () -> lookAgain = true);
        }

        @Operation(nonParallelGroup = "transport")
        public void finish() {
            var done = underWay.getAndSet(null);
            if (done != null) done.written(null);
        }

        @Operation(nonParallelGroup = "transport")
        public void beQuick() {
            atOnce = true;
        }

        @Override
        public void write(List<Frame> batch, Done done) {
            if (underWay.get() != null)
                throw new IllegalStateException("a write was begun while another was under way");
            written.addAll(batch);
            if (atOnce) done.written(null);
            else underWay.set(done);
        }

        /** When all has come to rest, everything that was told has been written, and nothing twice. */
        @Validate
        public void check() {
            for (var i = 0; i < 4 && (lookAgain || underWay.get() != null); i++) {
                finish();
                if (lookAgain) runRound();
            }
            for (var i = 0; i < frames.length; i++) {
                var frame = frames[i];
                var count = written.stream().filter(one -> one == frame).count();
                if (count != told[i]) throw new IllegalStateException(told[i] + " told, " + count + " written");
            }
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseReason.CloseCode code, String reason) {}

        @Override
        public void cut() {}
    }

    /**
     * A room whose listener comes and goes while events are stored and told of, so that its ring is let go and made anew: whoever is
     * in is sent everything after the number with which they came in.
     */
    public static class OneRoom implements FrameTransport {
        private static final long ROOM = 2;

        private final Dispatcher dispatcher = new Dispatcher();
        private final AtomicLong last = new AtomicLong();
        private final RoomHubs hubs = new RoomHubs(new Log(), new Numbers(), dispatcher);
        private final Connection connection = new Connection(this, ASHA, null);
        private long held = -1;

        public OneRoom() {
            connection.beginGreeting();
            connection.greet(List.of(), Set.of());
        }

        @Operation(nonParallelGroup = "writer")
        public void commit() {
            var seq = last.incrementAndGet();
            hubs.committed(ROOM, List.of(Ring.event(seq)));
        }

        @Operation(nonParallelGroup = "membership")
        public void come() {
            if (connection.listensTo(ROOM) != null) return;
            var subscription = hubs.subscribe(connection, ROOM);
            hubs.begin(List.of(subscription));
            var view = SimulatedServer.view(ROOM, last.get());
            subscription.hub().reachBackTo(view.last());
            connection.enter(subscription, view, Frame.text("room " + view.last()));
            dispatcher.pump(connection);
        }

        @Operation(nonParallelGroup = "membership")
        public void go() {
            var ended = connection.leave(ROOM, Frame.text("left"));
            if (ended != null) hubs.unsubscribe(ended);
            dispatcher.pump(connection);
        }

        @Operation(nonParallelGroup = "dispatcher")
        public void runRound() {
            dispatcher.runRound();
        }

        @Override
        public void write(List<Frame> batch, Done done) {
            for (var frame : batch) take(frame.text());
            done.written(null);
        }

        private void take(String frame) {
            if (frame.equals("left")) {
                held = -1;
            } else if (frame.startsWith("room ")) {
                held = Long.parseLong(frame.substring(5));
            } else {
                var from = number(frame, "\"from\":");
                if (held < 0 || from != held + 1) throw new IllegalStateException(frame + " to who holds " + held);
                held = number(frame, "\"to\":");
            }
        }

        private static long number(String text, String before) {
            var at = text.indexOf(before) + before.length();
            return Long.parseLong(text, at, text.indexOf(',', at), 10);
        }

        @Validate
        public void check() {
            dispatcher.runRound();
            dispatcher.runRound();
            var isIn = connection.listensTo(ROOM) != null;
            if (isIn != (hubs.size() == 1)) throw new IllegalStateException("in: " + isIn + ", hubs: " + hubs.size());
            if (held != (isIn ? last.get() : -1)) throw new IllegalStateException(held + " of " + last);
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseReason.CloseCode code, String reason) {}

        @Override
        public void cut() {}

        /** The numbers are the log: what is said is always the same. */
        private final class Log extends MessageLog {
            @Override
            public List<RoomEvent> after(long room, long seq, int limit) {
                return LongStream.rangeClosed(seq + 1, Math.min(last.get(), seq + limit))
                        .mapToObj(Ring::event)
                        .toList();
            }
        }

        private final class Numbers extends Rooms {
            @Override
            public Map<Long, Long> lastNumbers(Collection<Long> rooms) {
                return Map.of(ROOM, last.get());
            }
        }
    }
}
