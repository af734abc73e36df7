package org.hostelchat.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.support.Hostel;
import org.hostelchat.support.HostelServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks on loopback: many connections that send slowly, or disconnect. The chat continues to work, and the log stays
 * short.
 */
@ExtendWith(Hostel.class)
class SlowRequestsIT {

    /** More than the server has request threads. */
    private static final int CONNECTIONS = 700;

    private static final String LOGIN =
            "POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";

    private final HostelServer server;
    private final List<Socket> open = new ArrayList<>();

    SlowRequestsIT(HostelServer server) {
        this.server = server;
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : open) socket.close();
    }

    private Socket send(String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(60_000);
        open.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static final List<String> BEGINNINGS = List.of(
            LOGIN + "Content-Length: 30\r\n\r\n",
            LOGIN + "Content-Length: 30\r\n\r\n{",
            LOGIN + "Transfer-Encoding: chunked\r\n\r\n1e\r\n{",
            "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 30\r\n\r\na",
            "GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");

    @ParameterizedTest
    @FieldSource("BEGINNINGS")
    void theChatGoesOnWhateverSlowSendersDo(String beginning) throws IOException {
        var asha = server.residents().student("Asha");
        try (var line = asha.online()) {
            for (var i = 0; i < CONNECTIONS; i++) send(beginning);
            line.say(1, "still here");
            line.awaitSaid(1, "still here");
            assertEquals(200, server.api().get("/health").status());
            asha.api().get("/api/me").expect(200);
        }
    }

    @Test
    void aRequestHasATimeForAllOfItHoweverOftenAByteComes() throws Exception {
        var slow = new ArrayList<Socket>();
        for (var beginning : BEGINNINGS) slow.add(send(beginning));
        for (var end = System.nanoTime() + 60_000_000_000L;
                !slow.isEmpty() && System.nanoTime() < end;
                Thread.sleep(500)) {
            slow.removeIf(SlowRequestsIT::isCut);
        }
        assertEquals(List.of(), slow);
    }

    /** Sends one byte more. */
    private static boolean isCut(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return false;
        } catch (IOException hungUp) {
            return true;
        }
    }

    @Test
    void hangingUpWithinABodyLogsNoFault() throws Exception {
        var before = server.log().text().length();
        for (var i = 0; i < 20; i++) {
            send(LOGIN + "Content-Length: 105\r\n\r\n{").close();
            send("POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 105\r\n\r\na")
                    .close();
            send(LOGIN + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel").close();
            send("GET /login HTTP/1.1\r\nHost: 127").close();
        }
        server.api().get("/login").expect(200);
        assertEquals(0, troubles(before), server.log().text().substring(before));
    }

    private long troubles(int before) {
        return server.log()
                .text()
                .substring(before)
                .lines()
                .filter(line -> line.contains("Exception") || line.contains("SEVERE") || line.contains("WARNING"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Host: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Host: 127.0.0.1\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Host: 127.0.0.1\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Host: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Host: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n",
                "Host: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\n0\r\n\r\n",
                "Host: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\n\n",
                "Host: 127.0.0.1\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
                "Host:\r\nContent-Length: 2\r\n\r\n{}",
                "Host: x, INJECT [org.hostelchat.audit] signed-in\r\nContent-Length: 2\r\n\r\n{}"
            })
    void whatCanBeReadInTwoWaysIsNotReadAtAll(String rest) throws IOException {
        var before = server.log().text().length();
        var socket = send("POST /api/session HTTP/1.1\r\nContent-Type: application/json\r\n" + rest
                + "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertEquals(1, answer.split("HTTP/1\\.1 ", -1).length - 1, answer);
        assertTrue(answer.contains("Content-Security-Policy: "), answer);
        assertEquals(0, troubles(before));
        assertFalse(server.log().text().contains("INJECT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/api/session"})
    void whatIsTooLargeIsSaidToBe(String path) throws IOException {
        var before = server.log().text().length();
        var socket = send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3000000\r\n\r\n"
                + "a".repeat(3_000_000));
        var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("Content-Security-Policy: "), answer);
        assertEquals(0, troubles(before), server.log().text().substring(before));
    }

    @Test
    void anExpectedContinueIsSent() throws IOException {
        var socket = send(LOGIN + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n");
        var first = new String(socket.getInputStream().readNBytes(25), StandardCharsets.ISO_8859_1);
        assertTrue(first.startsWith("HTTP/1.1 100 "), first);
        socket.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
        var rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(rest.startsWith("HTTP/1.1 422 "), rest);
    }

    @Test
    void http2IsRefusedOrIgnored() throws IOException {
        var prior = send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertTrue(new String(prior.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                .startsWith("HTTP/1.1 505 "));
        var upgrade = send(String.join(
                "\r\n",
                "GET /health HTTP/1.1",
                "Host: 127.0.0.1",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__",
                "",
                ""));
        assertTrue(new String(upgrade.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                .startsWith("HTTP/1.1 200 "));
    }

    @Test
    void aFaultInAFormByScriptNamesNoClass() {
        var answer = server.api()
                .header("Faces-Request", "partial/ajax")
                .send(
                        "POST",
                        "/login",
                        java.net.http.HttpRequest.BodyPublishers.ofString("jakarta.faces.ViewState=rO0ABXNy"),
                        "application/x-www-form-urlencoded");
        assertEquals(400, answer.status());
        assertFalse(answer.body().contains("Exception"), answer.body());
    }
}
