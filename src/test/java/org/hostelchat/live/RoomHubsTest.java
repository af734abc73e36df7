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
    private SimulatedServer house;
    private Caller asha;
    private SimulatedClient ravi;
    private SimulatedClient meera;
    private long mess;
    private long wing;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        house = new SimulatedServer(database, 3);
        asha = database.resident("Asha", Role.STUDENT);
        ravi = new SimulatedClient(house, database.resident("Ravi", Role.STUDENT));
        meera = new SimulatedClient(house, database.resident("Meera", Role.STUDENT));
        mess = house.rooms.get(0);
        wing = house.rooms.get(1);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Test
    void aRoomIsKeptWhileSomebodyListens() {
        post(mess);
        assertEquals(0, house.hubs.size(), "nobody listens, nothing is kept");
        house.join(ravi.person(), mess);
        house.join(meera.person(), mess);
        ravi.comeOnline(Set.of());
        meera.comeOnline(Set.of());
        assertNotNull(house.hubs.find(mess));
        assertNull(house.hubs.find(wing));

        house.leave(ravi.person(), mess);
        assertNotNull(house.hubs.find(mess));
        house.cleanup.remove(meera.connection());
        assertEquals(0, house.hubs.size());
    }

    @Test
    void whoComesBackAsTheOnlyListenerMissesNothing() {
        house.join(ravi.person(), mess);
        ravi.comeOnline(Set.of());
        post(mess);
        ravi.goOffline(ManyRoomsTest.stored(house));
        post(mess);
        post(mess);
        ravi.comeOnline(Set.of(mess));
        house.runRound();
        post(mess);
        ravi.check(ManyRoomsTest.stored(house));
        // In one frame or two, as the writer feeds the room.
        assertEquals(Set.of("welcome", "events"), Set.copyOf(types(ravi)));
    }

    @Test
    void whatHappensInSeveralRoomsTravelsInOneWrite() {
        for (var room : house.rooms) house.join(ravi.person(), room);
        ravi.comeOnline(Set.of());
        house.runRound();
        var before = ravi.transport().writes;
        for (var room : house.rooms) house.post(asha, room, "tea?").join();
        house.writer.stop();
        house.runRound();
        assertEquals(before + 1, ravi.transport().writes);
        assertEquals(List.of("welcome", "events", "events", "events"), types(ravi));
    }

    @Test
    void whoIsTakenOutHearsNothingMoreNotEvenOfTyping() {
        house.join(ravi.person(), mess);
        house.join(meera.person(), mess);
        ravi.comeOnline(Set.of());
        meera.comeOnline(Set.of());
        house.runRound();
        var hub = house.hubs.find(mess);
        house.leave(ravi.person(), mess);
        type(hub);
        post(mess);
        assertEquals(List.of("welcome", "left"), types(ravi));
        assertEquals(List.of("welcome", "typing", "events"), types(meera));
    }

    /** Somebody is in many rooms, and each that is listened to keeps what it has in memory. */
    @Test
    void aRoomKeepsLittleAndWhoeverIsFurtherBehindFetchesPages() {
        house.join(ravi.person(), mess);
        ravi.comeOnline(Set.of());
        house.runRound();
        for (var i = 0; i < 80; i++) house.post(asha, mess, "x".repeat(1_000)).join();
        while (house.hubs.find(mess).head() < house.last(mess)) Thread.onSpinWait();
        house.runRound();
        assertEquals(List.of("welcome", "limited"), types(ravi));
        ravi.check(ManyRoomsTest.stored(house));
    }

    @Test
    void whoIsTakenOutHearsNothingMoreWhileOtherRoomsAreLookedUp() throws Exception {
        house.join(ravi.person(), mess);
        ravi.comeOnline(Set.of());
        var looking = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        house.whileLooking = () -> {
            looking.countDown();
            await(answer);
        };
        var coming = new Thread(() -> house.join(ravi.person(), wing));
        var going = new Thread(() -> house.leave(ravi.person(), mess));
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
        for (var room : house.rooms) house.join(ravi.person(), room);
        ravi.comeOnline(Set.of());
        house.deaf = true;
        for (var room : house.rooms) house.post(asha, room, "tea?").join();
        var begin = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        house.hubs.start(
                work -> {
                    var thread = new Thread(() -> {
                        await(begin);
                        work.run();
                    });
                    threads.add(thread);
                    return thread;
                },
                hint -> {});
        for (var round = 0; round < 2; round++) house.rooms.forEach(house.hubs::changed);
        begin.countDown();
        for (var thread : threads) thread.join();
        assertEquals(1, threads.size());
        for (var room : house.rooms)
            assertEquals(house.last(room), house.hubs.find(room).head());

        house.hubs.changed(mess);
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
        house.join(meera.person(), wing);
        ravi.comeOnline(Set.of(mess, wing));
        meera.comeOnline(Set.of());
        house.runRound();
        type(house.hubs.find(wing));
        post(wing);
        post(mess);
        house.leave(meera.person(), wing);
        house.runRound();
        assertEquals(List.of("welcome"), types(ravi));
        assertEquals(0, ravi.transport().frames.get(0).getJsonArray("rooms").size());
    }

    private void type(RoomHub room) {
        house.notifier.sendIfIdle(room, OutboundFrames.typing(room.room(), asha.id(), asha.name()), asha.id());
        house.runRound();
    }

    /** Stored, fed and written. */
    private void post(long room) {
        var head = house.hubs.find(room) == null ? -1 : house.last(room) + 1;
        house.post(asha, room, "tea?").join();
        // The writer answers before it feeds.
        while (head > 0 && house.hubs.find(room).head() < head) Thread.onSpinWait();
        house.runRound();
    }

    private static List<String> types(SimulatedClient client) {
        return client.transport().frames.stream()
                .map(frame -> frame.getString("type"))
                .toList();
    }
}
