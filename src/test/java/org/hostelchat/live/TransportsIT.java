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
            var lines = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> server.residents().student("Talker " + i).online())
                    .toList();
            assertEquals(1, server.instancesOf(ChatSocket.class.getName()), "wired up once, not for each");
            if (!way.equals("standard")) {
                assertEquals(0, server.instancesOf("org.glassfish.tyrus.core.TyrusSession$IdleTimeoutCommand"));
            }
            lines.get(0).stopReading();
            var mouths = lines.stream().map(TransportsIT::talk).toList();
            for (var mouth : mouths) mouth.join();
            lines.get(0).readOn();

            for (var line : lines) {
                Pause.until(
                        "everything is heard",
                        Duration.ofSeconds(60),
                        () -> line.events(1).size() == PEOPLE * POSTS);
                assertInOrder(line);
                assertEquals(POSTS, acknowledged(line));
            }
            assertEquals(1003, closed(lines.get(1), line -> line.sendBinary(new byte[] {1})));
            assertEquals(1008, closed(lines.get(2), line -> line.send(Api.json("type", "sing"))));
            server.stop();
            assertEquals(1012, lines.get(3).awaitClose());
            assertEquals("bye", last(lines.get(3)));
        }
    }

    private static Thread talk(LiveClient line) {
        var mouth = new Thread(() -> {
            // Long words, so that a line that is not read fills up.
            for (var i = 0; i < POSTS; i++) line.post(1, i + " " + "word ".repeat(600));
        });
        mouth.start();
        return mouth;
    }

    private static void assertInOrder(LiveClient line) {
        var numbers = new ArrayList<Integer>();
        line.events(1).forEach(event -> numbers.add(event.getInt("seq")));
        var first = numbers.get(0);
        assertEquals(IntStream.range(first, first + PEOPLE * POSTS).boxed().toList(), numbers);
    }

    private static int acknowledged(LiveClient line) {
        var ids = new HashSet<String>();
        for (var frame : line.frames()) if (frame.getString("type").equals("ack")) ids.add(frame.getString("clientId"));
        return ids.size();
    }

    private static int closed(LiveClient line, java.util.function.Consumer<LiveClient> misdeed) {
        misdeed.accept(line);
        return line.awaitClose();
    }

    private static String last(LiveClient line) {
        var frames = line.frames();
        return frames.get(frames.size() - 1).getString("type");
    }
}
