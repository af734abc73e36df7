package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.hostelchat.live.transport.RawSocket;
import org.hostelchat.support.BuildOutput;
import org.hostelchat.support.HostelServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's own socket layer below our code, with an echo endpoint that is deployed beside the WAR. */
class SocketLayerIT {

    private static final String PACKAGE = "org/hostelchat/live/echo";

    private static HostelServer server;
    private LogErrors troubles;

    @BeforeAll
    static void start() throws IOException {
        server = HostelServer.with().flag("--", "--deploy", war().toString()).start();
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    private static Path war() throws IOException {
        var war = BuildOutput.target().resolve("echo.war");
        var classes = BuildOutput.target().resolve("test-classes");
        try (var out = new JarOutputStream(Files.newOutputStream(war));
                Stream<Path> files = Files.list(classes.resolve(PACKAGE))) {
            for (var file : (Iterable<Path>) files::iterator) {
                out.putNextEntry(new JarEntry("WEB-INF/classes/" + classes.relativize(file)));
                Files.copy(file, out);
            }
        }
        return war;
    }

    static List<SocketCase> cases() {
        return SocketCase.all();
    }

    @BeforeEach
    void listen() {
        troubles = LogErrors.from(server);
    }

    @AfterEach
    void theLogIsQuiet() {
        troubles.assertNone();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void behavesAsTheStandardSays(SocketCase situation) throws IOException {
        try (var socket = RawSocket.at(server.port(), "/echo/socket")) {
            try {
                for (var part : situation.sent()) socket.send(part);
            } catch (IOException closedBefore) {
                // it need not hear us out
            }
            for (var expected : situation.back()) {
                if (expected.startsWith("close:")) assertClosed(socket, expected);
                else assertEquals(expected, told(socket));
            }
        }
    }

    private static void assertClosed(RawSocket socket, String expected) {
        var code = socket.closeCode();
        assertTrue(List.of(expected.substring(6).split(",", -1)).contains("" + code), "closed with " + code);
        socket.assertHungUp();
    }

    private static String told(RawSocket socket) throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        while (true) {
            var reply = socket.read();
            switch (reply.opcode()) {
                case 8 -> {
                    return "close:" + reply.code();
                }
                case 10 -> {
                    return "pong:" + reply.text();
                }
                default -> whole.write(reply.payload());
            }
            if (reply.isFinal())
                return reply.opcode() == 2
                        ? "binary:" + whole.size()
                        : "text:" + whole.toString(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
