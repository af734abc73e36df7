package org.hostelchat.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests that no correct client sends. */
final class RawRequest {

    private RawRequest() {}

    /** The status of the answer; 400 where the server just hangs up. */
    static int status(int port, String line) {
        return statusOf(answer(port, line, "Host: 127.0.0.1:" + port));
    }

    /** The status of the answer to exactly these headers, and this body. */
    static int status(int port, String line, List<String> headers, String body) {
        var all = new ArrayList<>(headers);
        all.add("Host: 127.0.0.1:" + port);
        return statusOf(send(port, line, all, body));
    }

    private static int statusOf(String answer) {
        return answer.isEmpty() ? 400 : Integer.parseInt(answer.substring(9, 12));
    }

    /** The whole answer as it was sent; empty where the server just hangs up. */
    static String answer(int port, String line, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Content-Length: 0");
        return send(port, line, all, "");
    }

    private static String send(int port, String line, List<String> headers, String body) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            var request = line + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
