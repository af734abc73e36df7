package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hostelchat.live.transport.RawSocket;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Jcmd;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.Test;

/**
 * Clients that stop reading, that read a byte a second, that have vanished and that never send anything: others are not
 * affected, the server's memory does not grow, each is closed within about a minute, and reconnecting clients receive
 * everything.
 */
class SlowReadersIT {

    /** A small window, as of a phone far from the antenna, so that the server feels at once that nobody reads. */
    private static final int SMALL_WINDOW = 4_096;

    private static final int OF_EACH_KIND = 8;
    private static final int POSTS = 1_000;

    /** 16 kB, as long as a post may be: for all who don't read together more waits than {@link #HEAP} would hold. */
    private static final String WORDS = "😀".repeat(3_990);

    /** Touched from the start, so that what the process grows by is what it holds elsewhere. */
    private static final String HEAP = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms256m -Xmx256m -XX:+AlwaysPreTouch";

    /** Answers that a connection may leave waiting, and some. */
    private static final int MORE_THAN_MAY_WAIT = 1_024 + 200;

    private static final long MOST_GROWTH = 100 << 20;

    /** The minute within which the dead are ended, and what a busy machine adds to it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60 + 30);

    private final List<RawSocket> silent = new ArrayList<>();
    private final List<RawSocket> stopped = new ArrayList<>();
    private final List<RawSocket> dripping = new ArrayList<>();

    @Test
    void slowReadersDelayNobodyElse() throws IOException, InterruptedException {
        try (var server =
                HostelServer.with().setting("hostel.flood.burst", 0).jvm(HEAP).start()) {
            var troubles = LogErrors.from(server);
            var slow = server.residents().student("Slow");
            try (var talker = server.residents().student("Talker").online();
                    var listener = server.residents().student("Listener").online()) {
                invite(server, slow);
                var dead = System.nanoTime();
                var drip = new Thread(this::drip, "a byte a second");
                drip.setDaemon(true);
                drip.start();
                var before = held(server);
                var first = talker.say(1, "first");
                for (var i = 0; i < POSTS; i++) {
                    talker.post(1, i + " " + WORDS);
                    // As fast as it is heard, not faster: what is measured here is not overload.
                    if (i == POSTS / 3)
                        assertTrue(established().containsAll(ports(stopped)), "they were cut before it came to that");
                    if (i % 100 == 0) {
                        talker.say(1, "so far " + i);
                        listener.awaitSaid(1, "so far " + i);
                    }
                }
                var last = talker.say(1, "last");
                listener.awaitSaid(1, "last");
                assertHeard(listener, first, last);

                var grown = held(server) - before;
                assertTrue(grown < MOST_GROWTH, "the server has grown by " + grown + " bytes");
                assertAllEnded(dead);
                assertComesBack(slow, last);
                talker.say(1, "as before");
            }
            troubles.assertNone();
        }
    }

    @Test
    void whoAsksAndDoesNotListenIsToldToComeBackLater() throws IOException {
        try (var server = HostelServer.with().setting("hostel.flood.burst", 0).start();
                var talker = server.residents().student("Talker").online();
                var deaf = RawSocket.live(server, server.residents().student("Deaf"))
                        .hello()) {
            // More than all buffers between here and there hold, so that the write to this connection gets stuck.
            for (var i = 0; i < POSTS; i++) {
                talker.post(1, i + " " + WORDS);
                if (i % 100 == 0) talker.say(1, "so far " + i);
            }
            talker.say(1, "last");
            for (var i = 0; i < MORE_THAN_MAY_WAIT; i++) {
                deaf.send(RawSocket.text(Api.json("type", "post", "room", 1, "clientId", UUID.randomUUID(), "body", "")
                        .toString()));
            }
            assertTrue(deaf.await("bye").contains("/problems/too-slow"));
            assertEquals(1013, deaf.closeCode());
        }
    }

    private void invite(HostelServer server, Person slow) throws IOException {
        for (var i = 0; i < OF_EACH_KIND; i++) {
            silent.add(RawSocket.live(server, slow, SMALL_WINDOW));
            stopped.add(RawSocket.live(server, slow, SMALL_WINDOW).hello());
            dripping.add(RawSocket.live(server, slow, SMALL_WINDOW).hello());
        }
    }

    /** Reads next to nothing, and says all the time that somebody is there. */
    private void drip() {
        for (var seconds = 0; ; seconds++) {
            Pause.millis(1_000);
            for (var socket : dripping) {
                try {
                    socket.readByte();
                    if (seconds % 5 == 0) socket.send(RawSocket.frame(0x8a, new byte[0]));
                } catch (IOException ended) {
                    // as it should
                }
            }
        }
    }

    private static void assertHeard(LiveClient listener, long first, long last) {
        var numbers = listener.events(1).stream()
                .map(event -> (long) event.getInt("seq"))
                .toList();
        assertEquals(last - first + 1, numbers.size());
        for (var i = 0; i < numbers.size(); i++) assertEquals(first + i, numbers.get(i));
    }

    /** The server has hung up on each, whether or not it could say so. */
    private void assertAllEnded(long dead) {
        var ports = new ArrayList<Integer>();
        for (var sockets : List.of(silent, stopped, dripping)) ports.addAll(ports(sockets));
        var left = PATIENCE.minusNanos(System.nanoTime() - dead);
        Pause.until("all are ended", left, () -> established().stream().noneMatch(ports::contains));
        for (var socket : silent) assertTrue(List.of(1008, RawSocket.BROKEN).contains(socket.closeCode()));
    }

    private static List<Integer> ports(List<RawSocket> sockets) {
        return sockets.stream().map(RawSocket::localPort).toList();
    }

    /** The ports on this machine to which an established connection leads. */
    private static List<Integer> established() {
        var ports = new ArrayList<Integer>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (var lines = Files.lines(Path.of(table))) {
                lines.skip(1).map(line -> line.strip().split("\\s+")).forEach(cells -> {
                    var remote = cells[2];
                    if (cells[3].equals("01"))
                        ports.add(Integer.parseInt(remote.substring(remote.indexOf(':') + 1), 16));
                });
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return ports;
    }

    private static void assertComesBack(Person slow, long last) {
        try (var client = slow.live()) {
            client.hello(Map.of(1L, last - 300));
            Pause.until(
                    "what was missed is there",
                    Duration.ofSeconds(30),
                    () -> client.events(1).size() >= 300);
            assertHeard(client, last - 299, last);
        }
    }

    /** The bytes that it holds: what a collection leaves of its heap, and its process beside that. */
    private static long held(HostelServer server) throws IOException {
        var total = Jcmd.histogram(server.pid())
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow()
                .strip()
                .split("\\s+", -1);
        try (var lines = Files.lines(Path.of("/proc/" + server.pid() + "/status"))) {
            var resident = lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total[2]) + resident;
        }
    }
}
