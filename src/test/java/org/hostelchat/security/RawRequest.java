package org.hostelchat.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests as no decent client sends them. */
final class RawRequest {

    private RawRequest() {}

    /** The status of the answer; 400 where the server just hangs up. */
    static int status(int port, String line) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            var request = line + "\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var answer = reader.readLine();
            return answer == null ? 400 : Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
