package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hostelchat.message.RoomEvent;
import org.hostelchat.platform.db.BareDatabase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People post in several rooms while others connect, disconnect, join, leave and read slowly, each on a thread of their
 * own, over the real writer and log. Rings are removed and created all the time. At the end each client has what the
 * log contains.
 */
class ManyRoomsTest {

    private static final int ROOMS = 5;
    private static final int POSTS = 2_500;
    private static final int CLIENTS = 6;

    @TempDir
    Path folder;

    private final AtomicBoolean talking = new AtomicBoolean(true);
    private final ConcurrentLinkedQueue<Throwable> troubles = new ConcurrentLinkedQueue<>();

    @Test
    void everybodyHasAllOfTheirRoomsAndNothingOfOthers() throws Exception {
        try (var database = new BareDatabase(folder.resolve("hostel.db"));
                var server = new SimulatedServer(database, ROOMS)) {
            server.dispatcher.start(Thread::new);
            var clients = new ArrayList<SimulatedClient>();
            for (var i = 0; i < CLIENTS; i++)
                clients.add(new SimulatedClient(server, database.resident("Listener " + i, Role.STUDENT)));
            var asha = database.resident("Asha", Role.STUDENT);

            var threads = new ArrayList<Thread>();
            for (var client : clients) threads.add(begin(() -> live(server, client)));
            threads.add(begin(() -> {
                while (talking.get()) server.hubs.sweep();
            }));
            talk(server, asha);
            talking.set(false);
            for (var thread : threads) thread.join();
            assertEquals(List.of(), List.copyOf(troubles));

            server.writer.stop();
            server.hubs.sweep();
            for (var client : clients) settle(server, client);
            for (var client : clients) client.goOffline(stored(server));
            assertEquals(0, server.hubs.size(), "nobody listens any more");
        }
    }

    private void talk(SimulatedServer server, Caller asha) throws InterruptedException {
        var random = new Random(11);
        var underWay = new Semaphore(20);
        for (var i = 0; i < POSTS; i++) {
            var room = server.rooms.get(random.nextInt(ROOMS));
            underWay.acquire();
            server.post(asha, room, "tea " + i).whenComplete((stored, refused) -> underWay.release());
        }
        underWay.acquire(20);
    }

    private Thread begin(Runnable what) {
        var thread = new Thread(() -> {
            try {
                what.run();
            } catch (RuntimeException | Error e) {
                troubles.add(e);
            }
        });
        thread.start();
        return thread;
    }

    /** One person's life while others talk. What changes is told by another thread, some of it late and in the wrong order. */
    private void live(SimulatedServer server, SimulatedClient client) {
        var random = new Random(client.person());
        var announcers = new ArrayList<Thread>();
        while (talking.get()) {
            var room = server.rooms.get(random.nextInt(ROOMS));
            switch (random.nextInt(9)) {
                case 0 -> comeOrGo(server, client, random);
                case 1, 2 -> server.join(client.person(), room);
                case 3 -> server.leave(client.person(), room);
                case 4 -> announcers.addAll(changeTwice(server, client.person(), room));
                case 5 -> {
                    if (client.isOnline()) client.transport().beSlow();
                }
                case 6 -> {
                    if (client.isOnline()) client.transport().finish();
                }
                default -> {
                    if (client.isOnline()) client.readAll(stored(server));
                }
            }
        }
        announcers.forEach(ManyRoomsTest::join);
    }

    private static void comeOrGo(SimulatedServer server, SimulatedClient client, Random random) {
        if (client.isOnline()) client.goOffline(stored(server));
        else client.comeOnline(random.nextBoolean() ? new HashSet<>(server.rooms) : new HashSet<>());
    }

    private List<Thread> changeTwice(SimulatedServer server, long person, long room) {
        var in = server.isIn(person, room);
        server.change(person, room, !in);
        var first = begin(() -> server.tell(person, room, !in));
        server.change(person, room, in);
        return List.of(first, begin(() -> server.tell(person, room, in)));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void settle(SimulatedServer server, SimulatedClient client) {
        if (!client.isOnline()) client.comeOnline(new HashSet<>(server.rooms));
        client.transport().finish();
        Pause.until("all is read", Duration.ofSeconds(30), () -> {
            client.readAll(stored(server));
            return client.hasAll();
        });
        client.check(stored(server));
        assertTrue(server.hubs.size() <= ROOMS);
    }

    /** Read once for each use, when it is needed. */
    static Function<Long, Map<Long, RoomEvent>> stored(SimulatedServer server) {
        var read = new HashMap<Long, Map<Long, RoomEvent>>();
        return room -> read.computeIfAbsent(room, server::stored);
    }
}
