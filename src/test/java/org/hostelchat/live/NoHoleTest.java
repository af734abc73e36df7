package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.message.Erasure;
import org.hostelchat.message.EventKind;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.message.MessageFeed;
import org.hostelchat.message.MessageLog;
import org.hostelchat.message.MessageSettings;
import org.hostelchat.message.MessageWriter;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.room.Room;
import org.hostelchat.user.UserErasing;
import org.hostelchat.wire.EventForms;

/**
 * In every order of events, a connection that holds {@code n} is sent {@code n+1..m} and nothing else, and ends with
 * what the log contains. Over the real log in a real database; only the transport is simulated.
 */
class NoHoleTest {

    /** Something that happens: who posts how much, who joins or stalls, which hint is lost. */
    record Step(int what, int amount, long pick) {}

    /** So far beyond the last number, less one, hellos reach: of a server that was restored from a backup, or of liars. */
    private static final int BEYOND_THE_LAST = 10;

    private static final List<String> EMOJI = List.of("👍", "🙏");

    private static final int ROOMS = 3;
    private static final int PEOPLE = 4;

    private static Path folder;
    private static BareDatabase database;
    private static Caller asha;

    /** Posts too, and is erased again and again. */
    private static Caller leaving;

    private static List<Caller> people;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("hostel-no-hole");
        database = new BareDatabase(folder.resolve("hostel.db"));
        asha = database.resident("Asha", Role.STUDENT);
        leaving = database.resident("ரவி", Role.STUDENT);
        people = java.util.stream.IntStream.range(0, PEOPLE)
                .mapToObj(i -> database.resident("Listener " + i, Role.STUDENT))
                .toList();
    }

    @AfterContainer
    static void close() throws IOException {
        database.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(
                                        20, Arbitraries.integers().between(1, 8)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(400, 1_300))),
                        Arbitraries.longs().between(0, 1L << 40))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 25)
    void everyConnectionIsSentEachNumberOnceInOrder(@ForAll("steps") List<Step> steps) throws Exception {
        var server = new House();
        try {
            for (var step : steps) server.take(step);
            server.settle();
            server.check();
        } finally {
            server.close();
        }
    }

    /** Who does what, in which room: posts, comes, goes, joins, leaves, stalls, or loses a hint. */
    record Act(int what, int who, int where, int amount, long pick) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 17),
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, ROOMS - 1),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(
                                        20, Arbitraries.integers().between(1, 8)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(400, 1_300))),
                        Arbitraries.longs().between(0, 1L << 40))
                .as(Act::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(80);
    }

    /** Rings of many rooms are made and let go while people join and leave, come back, and hold old numbers. */
    @Property(tries = 25)
    void everyClientHasAllOfItsRoomsAndNothingOfOthers(@ForAll("acts") List<Act> acts) throws Exception {
        try (var server = new SimulatedServer(database, ROOMS)) {
            var clients = people.stream()
                    .map(person -> new SimulatedClient(server, person))
                    .toList();
            for (var act : acts) {
                take(server, clients.get(act.who()), act);
                server.runRound();
            }
            server.writer.stop();
            for (var client : clients) {
                if (client.isOnline()) client.transport().finish();
                else client.comeOnline(Set.copyOf(server.rooms));
            }
            server.hubs.sweep();
            server.runRound();
            for (var client : clients) {
                client.check(ManyRoomsTest.stored(server));
                client.goOffline(ManyRoomsTest.stored(server));
            }
            assertEquals(0, server.hubs.size(), "nobody listens any more");
        }
    }

    private static void take(SimulatedServer server, SimulatedClient client, Act act) throws Exception {
        var room = server.rooms.get(act.where());
        switch (act.what()) {
            case 0, 1, 2, 3 -> post(server, room, act);
            case 4, 16, 17 -> change(server, room, act);
            case 5, 6 -> {
                if (client.isOnline()) client.goOffline(ManyRoomsTest.stored(server));
                else client.comeOnline(Set.copyOf(server.rooms.subList(0, act.amount() % (ROOMS + 1))));
            }
            case 7, 8, 9 -> server.join(client.person(), room);
            case 10 -> server.leave(client.person(), room);
            case 11 -> changeTwice(server, client.person(), room);
            case 12 -> {
                if (client.isOnline()) client.transport().beSlow();
            }
            case 13 -> {
                if (client.isOnline()) client.transport().finish();
            }
            case 14 -> server.erase(leaving);
            default -> {
                server.deaf = !server.deaf;
                server.hubs.sweep();
            }
        }
    }

    private static void post(SimulatedServer server, long room, Act act) throws Exception {
        var answers = new ArrayList<java.util.concurrent.CompletableFuture<?>>();
        for (var i = 0; i < act.amount(); i++) answers.add(server.post(poster(act.pick()), room, "tea? " + i));
        for (var answer : answers) answer.get();
    }

    private static Caller poster(long pick) {
        return pick % 3 == 0 ? leaving : asha;
    }

    private static void change(SimulatedServer server, long room, Act act) throws Exception {
        var last = server.last(room);
        if (last == 0) return;
        var target = 1 + act.pick() % last;
        var by = poster(act.pick() / 7);
        var on = act.pick() % 3 > 0;
        MessageDraft draft =
                switch (act.amount() % 4) {
                    case 0 -> new MessageDraft.Edit(by, room, target, "coffee " + act.pick());
                    case 1 -> new MessageDraft.Delete(by, room, target);
                    case 2 -> new MessageDraft.React(by, room, target, EMOJI.get((int) (act.pick() % 2)), on);
                    default -> new MessageDraft.Pin(by, room, target, on);
                };
        server.writer.submit(draft).handle((stored, refused) -> null).get();
    }

    /** Told in the other order than it was stored in. */
    private static void changeTwice(SimulatedServer server, long person, long room) {
        var in = server.isIn(person, room);
        server.change(person, room, !in);
        server.change(person, room, in);
        server.tell(person, room, in);
        server.tell(person, room, !in);
    }

    /** A room with its ring, its log and those who look on. */
    private static final class House implements MessageFeed {
        private final MessageLog log = new MessageLog(database, null);
        private final MessageWriter writer = new MessageWriter(
                database, this, new MessageSettings(10_000, 64, 0, 0), new AuditTrail(), Clock.systemUTC());
        private final long start = last();
        private final RoomHub ring =
                new RoomHub(new RoomBroadcast(Room.COMMON, log, new EventRing(1 << 10, 1 << 20, start)));
        private final List<Guest> guests = new ArrayList<>();
        private boolean deaf;

        /** What can be read, by number, and what can't be any more, with the number that took it away. */
        private final Map<Long, String> present = new java.util.concurrent.ConcurrentHashMap<>();

        private final Map<String, Long> gone = new java.util.concurrent.ConcurrentHashMap<>();

        private final Map<Long, Caller> posters = new java.util.concurrent.ConcurrentHashMap<>();
        private int said;

        House() {
            writer.start(Thread::new);
        }

        private static long last() {
            return ((Number) database.query("select last_seq from rooms where id = 1")).longValue();
        }

        @Override
        public synchronized void committed(long room, List<RoomEvent> events) {
            if (!deaf) ring.committed(events);
        }

        @Override
        public void answered() {}

        @Override
        public synchronized void changed(long room) {
            if (!deaf) ring.catchUpWithLog();
        }

        void take(Step step) throws Exception {
            switch (step.what()) {
                case 0, 1, 2, 3 -> post(step);
                case 4 -> change(step);
                case 11, 12 -> mark(step);
                case 5 -> guests.add(new Guest(step.pick()));
                case 6 -> with(step, guest -> guest.line.beSlow());
                case 7 -> with(step, guest -> guest.line.finish());
                case 8 -> deaf = !deaf;
                case 9 -> erase();
                default -> ring.catchUpWithLog();
            }
            guests.forEach(Guest::pump);
        }

        private void with(Step step, java.util.function.Consumer<Guest> what) {
            if (!guests.isEmpty()) what.accept(guests.get((int) (step.pick() % guests.size())));
        }

        private void post(Step step) throws Exception {
            var by = poster(step.pick());
            var answers = new ArrayList<java.util.concurrent.CompletableFuture<?>>();
            for (var i = 0; i < step.amount(); i++) {
                var words = "tea? " + said++;
                answers.add(writer.submit(new MessageDraft.Post(by, Room.COMMON, UUID.randomUUID(), words))
                        .thenAccept(stored -> {
                            posters.put(stored.seq(), by);
                            present.put(stored.seq(), words);
                        }));
            }
            for (var answer : answers) answer.get();
        }

        private void change(Step step) throws Exception {
            var head = last();
            if (head == start) return;
            var target = start + 1 + step.pick() % (head - start);
            var words = step.amount() % 2 == 0 ? "coffee " + said++ : null;
            var by = posters.getOrDefault(target, asha);
            MessageDraft draft = words != null
                    ? new MessageDraft.Edit(by, Room.COMMON, target, words)
                    : new MessageDraft.Delete(by, Room.COMMON, target);
            writer.submit(draft)
                    .handle((stored, refused) -> {
                        if (refused != null) return null;
                        var before = words != null ? present.put(target, words) : present.remove(target);
                        if (before != null) gone.put(before, stored.seq());
                        return null;
                    })
                    .get();
        }

        private void mark(Step step) throws Exception {
            var head = last();
            if (head == start) return;
            var target = start + 1 + step.pick() % (head - start);
            var on = step.amount() % 3 > 0;
            var by = poster(step.pick() / 7);
            writer.submit(
                            step.what() == 11
                                    ? new MessageDraft.React(by, Room.COMMON, target, EMOJI.get(step.amount() % 2), on)
                                    : new MessageDraft.Pin(by, Room.COMMON, target, on))
                    .handle((stored, refused) -> null)
                    .get();
        }

        /** All that one person said, by one event. */
        private void erase() {
            var erasure = new Erasure(this, Clock.systemUTC());
            var erasing = database.write(em -> {
                var event = new UserErasing(em, leaving.id(), Caller.OPERATOR);
                erasure.takeWordsAway(event);
                return event;
            });
            var event = last();
            present.forEach((seq, words) -> {
                if (leaving.equals(posters.get(seq))) gone.put(words, event);
            });
            present.keySet().removeIf(seq -> leaving.equals(posters.get(seq)));
            erasure.tell(erasing);
        }

        void settle() throws Exception {
            writer.stop();
            ring.catchUpWithLog();
            for (var guest : guests) {
                guest.line.finish();
                guest.pump();
            }
        }

        void check() {
            var stored = new TreeMap<Long, RoomEvent>();
            for (var from = start; ; ) {
                var page = log.after(Room.COMMON, from, MessageLog.LARGEST_PAGE);
                if (page.isEmpty()) break;
                page.forEach(event -> stored.put(event.seq(), event));
                from = page.get(page.size() - 1).seq();
            }
            assertEquals(last(), ring.head());
            guests.forEach(guest -> guest.check(stored));
        }

        void close() {
            writer.stop();
        }

        /** Somebody who looks on, from some number on. */
        private final class Guest {
            final RecordingTransport line = new RecordingTransport();
            final Connection connection = new Connection(line, asha, null);
            final Subscription subscription = new Subscription(ring, connection);
            final long joinedWith;

            /** How far the ring was when each frame was made. */
            final List<Long> headsAt = new ArrayList<>();

            /**
             * Is greeted as by {@link Greeting}: the last number is the log's, wherever the ring is, and what claims to hold
             * more than there is holds all.
             */
            Guest(long pick) {
                assertTrue(connection.beginGreeting());
                var last = last();
                var cursor = start + pick % (last - start + BEYOND_THE_LAST);
                joinedWith = Math.min(cursor, last);
                if (last - joinedWith > RoomBroadcast.MOST_CAUGHT_UP) {
                    connection.startIn(subscription, last, 0);
                    connection.greet(List.of(OutboundFrames.limited(Room.COMMON, joinedWith + 1, last)), Set.of());
                } else {
                    ring.reachBackTo(joinedWith);
                    connection.startIn(subscription, joinedWith, 0);
                    connection.greet(List.of(), Set.of());
                }
            }

            void pump() {
                var head = ring.head();
                connection.markDue(subscription);
                ConnectionWriter.pump(connection, () -> {});
                while (headsAt.size() < line.frames.size()) headsAt.add(head);
            }

            void check(NavigableMap<Long, RoomEvent> stored) {
                var held = joinedWith;
                Map<Long, JsonObject> seen = new TreeMap<>();
                for (var i = 0; i < line.frames.size(); i++) {
                    var frame = line.frames.get(i);
                    assertEquals(held + 1, frame.getInt("from"), "what follows " + held);
                    if (frame.getString("type").equals("events")) {
                        for (var value : frame.getJsonArray("events")) {
                            var event = value.asJsonObject();
                            assertEquals(++held, event.getInt("seq"));
                            assertNotGone(event, headsAt.get(i));
                            show(seen, event);
                        }
                    } else {
                        assertEquals("limited", frame.getString("type"));
                        assertTrue(frame.getInt("to") - held > RoomBroadcast.MOST_CAUGHT_UP);
                        // The client fetches the pages between.
                        stored.subMap(held, false, (long) frame.getInt("to"), true)
                                .values()
                                .forEach(event -> show(seen, json(event)));
                        held = frame.getInt("to");
                    }
                    assertEquals(held, frame.getInt("to"));
                }
                assertEquals(ring.head(), held);
                seen.forEach((seq, event) -> assertSame(stored.get(seq), event));
            }

            /** Once the ring knows that words are gone, nobody is sent them any more. */
            private void assertNotGone(JsonObject event, long head) {
                var goneSince = gone.getOrDefault(event.getString("body", ""), Long.MAX_VALUE);
                assertTrue(head < goneSince, () -> "sent at " + head + ", gone since " + goneSince + ": " + event);
            }

            private static JsonObject json(RoomEvent event) {
                try (var reader = Json.createReader(new StringReader(EventForms.EVENT.json(event)))) {
                    return reader.readObject();
                }
            }

            /** As a client shows it: an edit or a deletion changes what stands at its target. */
            private void show(Map<Long, JsonObject> seen, JsonObject event) {
                seen.put((long) event.getInt("seq"), event);
                if (event.containsKey("person")) {
                    seen.values().removeIf(said -> SimulatedClient.isSaidBy(event.getInt("person"), said));
                }
                if (event.containsKey("target")) {
                    var target = (long) event.getInt("target");
                    if (!seen.containsKey(target)) return;
                    if (event.getString("kind").equals("edited")) {
                        var edited = Json.createObjectBuilder(seen.get(target));
                        seen.put(
                                target,
                                edited.add("body", event.getString("body")).build());
                    } else if (event.getString("kind").equals("deleted")) {
                        seen.remove(target);
                    }
                }
            }

            private void assertSame(RoomEvent stored, JsonObject seen) {
                if (stored instanceof RoomEvent.Posted posted) assertEquals(posted.body(), seen.getString("body"));
                // An edit seen live keeps its words on that screen's past only as the message they changed.
                if (stored.kind() == EventKind.TOMBSTONE)
                    assertFalse(seen.getString("kind").equals("posted"));
            }
        }
    }
}
