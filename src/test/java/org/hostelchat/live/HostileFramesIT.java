package org.hostelchat.live;

import static org.hostelchat.live.transport.RawSocket.frame;
import static org.hostelchat.live.transport.RawSocket.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hostelchat.live.transport.RawSocket;
import org.hostelchat.support.Api;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Frames that no correct client sends: each is answered with the close code of the standard, and other clients are not
 * affected.
 */
@ExtendWith(Hostel.class)
class HostileFramesIT {

    private static final byte[] BROKEN_UTF8 = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};

    private LogErrors troubles;
    private LiveClient bystander;

    @BeforeEach
    void aBystanderListens(HostelServer server) {
        troubles = LogErrors.from(server);
        bystander = server.residents().student("Bystander").online();
    }

    @AfterEach
    void theBystanderHasNoticedNothing() {
        bystander.say(1, "all quiet here");
        bystander.close();
        troubles.assertNone();
    }

    /** What is sent after the hello, and how the connection is closed for it. */
    record Misdeed(String name, int code, List<byte[]> frames) {

        Misdeed(String name, int code, byte[]... frames) {
            this(name, code, List.of(frames));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Misdeed> misdeeds() {
        return List.of(
                new Misdeed("a frame of 64 KB and one byte", 1009, text("x".repeat(64 * 1024 + 1))),
                new Misdeed("a frame larger than the container's buffer", 1009, text("x".repeat(600_000))),
                new Misdeed("a frame that says it is endless", 1009, endless(), text("x".repeat(600_000))),
                new Misdeed("fragments that together are too much", 1009, fragments(20, 8 * 1024)),
                new Misdeed("a binary frame", 1003, frame(0x82, new byte[] {1, 2, 3})),
                new Misdeed("a binary frame that is too large", 1009, frame(0x82, new byte[70_000])),
                new Misdeed("text that is not UTF-8", 1007, frame(0x81, BROKEN_UTF8)),
                new Misdeed(
                        "text that ends within a character", 1007, frame(0x81, new byte[] {(byte) 0xe2, (byte) 0x82})),
                new Misdeed("an unmasked frame", 1002, RawSocket.unmasked(0x81, "{}".getBytes(StandardCharsets.UTF_8))),
                new Misdeed("an unknown opcode", 1002, frame(0x83, new byte[0])),
                new Misdeed("a reserved bit", 1002, frame(0xc1, "{}".getBytes(StandardCharsets.UTF_8))),
                new Misdeed("a continuation of nothing", 1002, frame(0x80, new byte[] {'{'})),
                new Misdeed("a ping of 126 bytes", 1002, frame(0x89, new byte[126])),
                new Misdeed("a ping in fragments", 1002, frame(0x09, new byte[] {1})),
                new Misdeed("a close code that nobody may send", 1002, frame(0x88, new byte[] {3, (byte) 0xed})),
                new Misdeed("JSON as deep as the sea", 1008, text("[".repeat(60_000))),
                new Misdeed("objects as deep as the sea", 1008, text("{\"a\":".repeat(12_000))),
                new Misdeed("JSON that stops", 1008, text("{\"type\":\"post\"")),
                new Misdeed("no JSON", 1008, text("hello, server")),
                new Misdeed("nothing", 1008, text("")),
                new Misdeed(
                        "a number that has no end", 1008, text("{\"type\":\"read\",\"room\":1,\"seq\":1e999999999}")),
                new Misdeed("a room that is no number", 1008, text("{\"type\":\"typing\",\"room\":{}}")),
                new Misdeed("a frame type that does not exist", 1008, text("{\"type\":\"events\"}")),
                new Misdeed(
                        "a room that is not one's own", 1008, text("{\"type\":\"read\",\"room\":987654,\"seq\":1}")),
                new Misdeed("to write in a room that is not there", 1008, text("{\"type\":\"typing\",\"room\":-1}")),
                new Misdeed("a second hello", 1008, text("{\"type\":\"hello\"}")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("misdeeds")
    void misuseClosesTheConnectionWithItsCode(Misdeed misdeed, HostelServer server) throws IOException {
        try (var socket =
                RawSocket.live(server, server.residents().student("Mallory")).hello()) {
            send(socket, misdeed.frames().toArray(byte[][]::new));
            assertEquals(misdeed.code(), socket.closeCode());
            socket.assertHungUp();
        }
    }

    @Test
    void nothingIsHeardBeforeTheHello(HostelServer server) throws IOException {
        var mallory = server.residents().student("Mallory");
        for (var first : List.of(post(UUID.randomUUID(), "too early"), text("{\"type\":\"typing\",\"room\":1}"))) {
            try (var socket = RawSocket.live(server, mallory)) {
                send(socket, first);
                assertEquals(1008, socket.closeCode());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live?x=|", "/live?x=;^", "/live?a=%ff", "/live?"})
    void anyQueryIsAcceptedAtTheHandshake(String address, HostelServer server) throws IOException {
        try (var socket = RawSocket.live(server, server.residents().student("Odd"), address)) {
            socket.hello();
        }
    }

    /** A frame that comes together with the handshake must not keep a thread of the server's waiting. */
    @Test
    void whoSpeaksBeforeTheHandshakeIsDoneIsHeard(HostelServer server) throws IOException {
        var hasty = server.residents().student("Hasty");
        for (var i = 0; i < 20; i++) {
            var id = UUID.randomUUID();
            try (var socket = RawSocket.hasty(server, hasty, text("{\"type\":\"hello\"}"), post(id, "in a hurry"))) {
                assertEquals(id.toString(), idOf(socket.await("ack")));
            }
        }
    }

    /**
     * The answer to the server's close frame must find the request that it belongs to: if that has ended, the container
     * fails now and then, and logs it.
     */
    @Test
    void theAnswerToACloseFrameFindsItsConnection(HostelServer server) throws Exception {
        var mallory = server.residents().student("Mallory");
        var threads = Executors.newFixedThreadPool(8);
        try {
            var closings = Stream.generate(() -> threads.submit(() -> {
                        try (var socket = RawSocket.live(server, mallory).hello()) {
                            send(socket, text("{\"type\":\"hello\"}"));
                            assertEquals(1008, socket.closeCode());
                            socket.assertHungUp();
                        }
                        return null;
                    }))
                    .limit(2_000)
                    .toList();
            for (var closing : closings) closing.get();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoNeverAnswersTheGoodByeIsHungUpOn(HostelServer server) throws IOException {
        try (var socket =
                RawSocket.live(server, server.residents().student("Mute")).hello()) {
            send(socket, text("{\"type\":\"hello\"}"));
            assertEquals(1008, socket.closeCode());
            assertThrows(EOFException.class, socket::read);
        }
    }

    /** Posts, not pings: their answers are meant for this connection alone, and pile up. */
    @Test
    void whoAsksAndNeverListensIsCutOff(HostelServer server) throws IOException {
        assertCutOff(server, post(UUID.randomUUID(), "x".repeat(5_000)));
    }

    @Test
    void whoPingsAndNeverListensIsCutOff(HostelServer server) throws IOException {
        assertCutOff(server, frame(0x89, new byte[125]));
    }

    private static void assertCutOff(HostelServer server, byte[] question) throws IOException {
        var heap = heapOf(server);
        try (var socket = RawSocket.live(server, server.residents().student("Mallory"), 4_096)
                .hello()) {
            var patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            var isCut = false;
            while (!isCut && System.nanoTime() < patience) {
                try {
                    socket.send(question);
                } catch (IOException hungUp) {
                    isCut = true;
                }
            }
            assertTrue(isCut, "the server goes on taking questions");
        }
        assertTrue(heapOf(server) - heap < 200 << 10, "the server has grown by " + (heapOf(server) - heap) + " kB");
    }

    @Test
    void whoPingsAndListensIsAnsweredEachTime(HostelServer server) throws IOException {
        try (var socket =
                RawSocket.live(server, server.residents().student("Eager")).hello()) {
            for (var i = 0; i < 20_000; i++) {
                socket.send(frame(0x89, ("" + i).getBytes(StandardCharsets.US_ASCII)));
                RawSocket.Reply reply;
                do reply = socket.read();
                while (reply.opcode() != 10);
                assertEquals("" + i, reply.text());
            }
        }
    }

    /** Much at once is not hostile: what a script sends in one go must be taken in, whatever the network makes of it. */
    @Test
    void whoSendsMuchAtOnceIsHeardToTheEnd(HostelServer server) throws IOException {
        var author = server.residents().student("In a hurry");
        try (var socket = RawSocket.live(server, author).hello()) {
            var asked = new HashSet<String>();
            var all = new java.io.ByteArrayOutputStream();
            for (var i = 0; i < 250; i++) {
                var id = UUID.randomUUID();
                asked.add(id.toString());
                all.writeBytes(post(id, "😀".repeat(4_000)));
            }
            var sender = new Thread(() -> {
                try {
                    socket.send(all.toByteArray());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            sender.start();
            while (!asked.isEmpty()) asked.remove(idOf(socket.await("ack")));
        }
    }

    private static String idOf(String ack) {
        try (var reader = Json.createReader(new java.io.StringReader(ack))) {
            return reader.readObject().getString("clientId");
        }
    }

    /** Resident kB of the server's process. */
    private static long heapOf(HostelServer server) throws IOException {
        try (Stream<String> lines =
                java.nio.file.Files.lines(java.nio.file.Path.of("/proc/" + server.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The server need not hear everything out. */
    private static void send(RawSocket socket, byte[]... frames) {
        try {
            socket.send(frames);
        } catch (IOException closedBefore) {
            // how, says the close code
        }
    }

    private static byte[] post(UUID id, String body) {
        return text(Api.json("type", "post", "room", 1, "clientId", id.toString(), "body", body)
                .toString());
    }

    private static byte[] endless() {
        return java.nio.ByteBuffer.allocate(14)
                .put((byte) 0x81)
                .put((byte) 0xff)
                .putLong(Long.MAX_VALUE)
                .putInt(0)
                .array();
    }

    private static byte[][] fragments(int count, int size) {
        var fragments = new byte[count][];
        for (var i = 0; i < count; i++) fragments[i] = frame(i == 0 ? 1 : i == count - 1 ? 0x80 : 0, bytes(size));
        return fragments;
    }

    private static byte[] bytes(int size) {
        return "x".repeat(size).getBytes(StandardCharsets.US_ASCII);
    }
}
