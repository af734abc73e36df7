package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.platform.db.EachEngine;
import org.hostelchat.platform.db.Engine;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * Which connection is sent which events of which room; over the real writer and log, only the transports are simulated.
 */
@EachEngine
class RoomHubsTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private BareDatabase database;
    private SimulatedServer server;
    private Caller asha;
    private SimulatedClient ravi;
    private SimulatedClient meera;
    private long mess;
    private long wing;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        server = new SimulatedServer(database, 3);
        asha = database.resident("Asha", Role.STUDENT);
        ravi = new SimulatedClient(server, database.resident("Ravi", Role.STUDENT));
        meera = new SimulatedClient(server, database.resident("Meera", Role.STUDENT));
        mess = server.rooms.get(0);
        wing = server.rooms.get(1);
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void aRoomIsKeptWhileSomebodyListens() {
        post(mess);
        assertEquals(0, server.hubs.size(), "nobody listens, nothing is kept");
        server.join(ravi.person(), mess);
        server.join(meera.person(), mess);
        ravi.comeOnline(Set.of());
        meera.comeOnline(Set.of());
        assertNotNull(server.hubs.find(mess));
        assertNull(server.hubs.find(wing));

        server.leave(ravi.person(), mess);
        assertNotNull(server.hubs.find(mess));
        server.cleanup.remove(meera.connection());
        assertEquals(0, server.hubs.size());
    }

    @Test
    void whoComesBackAsTheOnlyListenerMissesNothing() {
        server.join(ravi.person(), mess);
        ravi.comeOnline(Set.of());
        post(mess);
        ravi.goOffline(ManyRoomsTest.stored(server));
        post(mess);
        post(mess);
        ravi.comeOnline(Set.of(mess));
        server.runRound();
        post(mess);
        ravi.check(ManyRoomsTest.stored(server));
        // In one frame or two, as the writer feeds the room.
        assertEquals(Set.of("welcome", "events"), Set.copyOf(types(ravi)));
    }

    @Test
    void whatHappensInSeveralRoomsTravelsInOneWrite() {
        for (var room : server.rooms) server.join(ravi.person(), room);
        ravi.comeOnline(Set.of());
        server.runRound();
        var before = ravi.transport().writes;
        for (var room : server.rooms) server.post(asha, room, "tea?").join();
        server.writer.stop();
        server.runRound();
        assertEquals(before + 1, ravi.transport().writes);
        assertEquals(List.of("welcome", "events", "events", "events"), types(ravi));
    }

    @Test
    void whoIsTakenOutHearsNothingMoreNotEvenOfTyping() {
        server.join(ravi.person(), mess);
        server.join(meera.person(), mess);
        ravi.comeOnline(Set.of());
        meera.comeOnline(Set.of());
        server.runRound();
        var hub = server.hubs.find(mess);
        server.leave(ravi.person(), mess);
        type(hub);
        post(mess);
        assertEquals(List.of("welcome", "left"), types(ravi));
        assertEquals(List.of("welcome", "typing", "events"), types(meera));
    }

    /** Somebody is in many rooms, and each that is listened to keeps what it has in memory. */
    @Test
    void aRoomKeepsLittleAndWhoeverIsFurtherBehindFetchesPages() {
        server.join(ravi.person(), mess);
        ravi.comeOnline(Set.of());
        server.runRound();
        for (var i = 0; i < 80; i++) server.post(asha, mess, "x".repeat(1_000)).join();
        while (server.hubs.find(mess).head() < server.last(mess)) Thread.onSpinWait();
        server.runRound();
        assertEquals(List.of("welcome", "limited"), types(ravi));
        ravi.check(ManyRoomsTest.stored(server));
    }

    @Test
    void whoIsTakenOutHearsNothingMoreWhileOtherRoomsAreLookedUp() throws Exception {
        server.join(ravi.person(), mess);
        ravi.comeOnline(Set.of());
        var looking = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        server.whileLooking = () -> {
            looking.countDown();
            await(answer);
        };
        var coming = new Thread(() -> server.join(ravi.person(), wing));
        var going = new Thread(() -> server.leave(ravi.person(), mess));
        coming.start();
        await(looking);
        going.start();
        try {
            for (var i = 0; i < 1_000 && ravi.connection().listensTo(mess) != null; i++) Thread.sleep(10);
            assertNull(ravi.connection().listensTo(mess));
        } finally {
            answer.countDown();
            coming.join();
            going.join();
        }
        assertNull(ravi.connection().listensTo(mess));
        assertNotNull(ravi.connection().listensTo(wing));
    }

    /** As an erasure does, whose author has written everywhere. */
    @Test
    void howeverManyRoomsChangeAtOnceOneThreadReadsThem() throws Exception {
        for (var room : server.rooms) server.join(ravi.person(), room);
        ravi.comeOnline(Set.of());
        server.deaf = true;
        for (var room : server.rooms) server.post(asha, room, "tea?").join();
        var begin = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        server.hubs.start(
                work -> {
                    var thread = new Thread(() -> {
                        await(begin);
                        work.run();
                    });
                    threads.add(thread);
                    return thread;
                },
                hint -> {});
        for (var round = 0; round < 2; round++) server.rooms.forEach(server.hubs::changed);
        begin.countDown();
        for (var thread : threads) thread.join();
        assertEquals(1, threads.size());
        for (var room : server.rooms)
            assertEquals(server.last(room), server.hubs.find(room).head());

        server.hubs.changed(mess);
        assertEquals(2, threads.size(), "and the next time another");
        threads.get(1).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobodyHearsOfARoomThatIsNotTheirs() {
        server.join(meera.person(), wing);
        ravi.comeOnline(Set.of(mess, wing));
        meera.comeOnline(Set.of());
        server.runRound();
        type(server.hubs.find(wing));
        post(wing);
        post(mess);
        server.leave(meera.person(), wing);
        server.runRound();
        assertEquals(List.of("welcome"), types(ravi));
        assertEquals(0, ravi.transport().frames.get(0).getJsonArray("rooms").size());
    }

    private void type(RoomHub room) {
        server.notifier.sendIfIdle(room, OutboundFrames.typing(room.room(), asha.id(), asha.name()), asha.id());
        server.runRound();
    }

    /** Stored, fed and written. */
    private void post(long room) {
        var head = server.hubs.find(room) == null ? -1 : server.last(room) + 1;
        server.post(asha, room, "tea?").join();
        // The writer answers before it feeds.
        while (head > 0 && server.hubs.find(room).head() < head) Thread.onSpinWait();
        server.runRound();
    }

    private static List<String> types(SimulatedClient client) {
        return client.transport().frames.stream()
                .map(frame -> frame.getString("type"))
                .toList();
    }
}
