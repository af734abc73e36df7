package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With every transport, all clients receive everything once and in order, including those that stop reading for a
 * while, and receive the close frame.
 */
class TransportsIT {

    private static final int PEOPLE = 5;
    private static final int POSTS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"fastest", "tyrus", "standard"})
    void everybodyGetsEverythingOnceAndInOrder(String way) throws IOException, InterruptedException {
        try (var server = HostelServer.with()
                .setting("hostel.live.way", way)
                .setting("hostel.flood.burst", 0)
                .start()) {
            var clients = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> server.residents().student("Talker " + i).online())
                    .toList();
            assertEquals(1, server.instancesOf(ChatSocket.class.getName()), "wired up once, not for each");
            if (!way.equals("standard")) {
                assertEquals(0, server.instancesOf("org.glassfish.tyrus.core.TyrusSession$IdleTimeoutCommand"));
            }
            clients.get(0).stopReading();
            var talkers = clients.stream().map(TransportsIT::talk).toList();
            for (var talker : talkers) talker.join();
            clients.get(0).readOn();

            for (var client : clients) {
                Pause.until(
                        "everything is heard",
                        Duration.ofSeconds(60),
                        () -> client.events(1).size() == PEOPLE * POSTS);
                assertInOrder(client);
                assertEquals(POSTS, acknowledged(client));
            }
            assertEquals(1003, closed(clients.get(1), client -> client.sendBinary(new byte[] {1})));
            assertEquals(1008, closed(clients.get(2), client -> client.send(Api.json("type", "sing"))));
            server.stop();
            assertEquals(1012, clients.get(3).awaitClose());
            assertEquals("bye", last(clients.get(3)));
        }
    }

    private static Thread talk(LiveClient client) {
        var talker = new Thread(() -> {
            // Long words, so that a connection that is not read fills up.
            for (var i = 0; i < POSTS; i++) client.post(1, i + " " + "word ".repeat(600));
        });
        talker.start();
        return talker;
    }

    private static void assertInOrder(LiveClient client) {
        var numbers = new ArrayList<Integer>();
        client.events(1).forEach(event -> numbers.add(event.getInt("seq")));
        var first = numbers.get(0);
        assertEquals(IntStream.range(first, first + PEOPLE * POSTS).boxed().toList(), numbers);
    }

    private static int acknowledged(LiveClient client) {
        var ids = new HashSet<String>();
        for (var frame : client.frames())
            if (frame.getString("type").equals("ack")) ids.add(frame.getString("clientId"));
        return ids.size();
    }

    private static int closed(LiveClient client, java.util.function.Consumer<LiveClient> misdeed) {
        misdeed.accept(client);
        return client.awaitClose();
    }

    private static String last(LiveClient client) {
        var frames = client.frames();
        return frames.get(frames.size() - 1).getString("type");
    }
}
