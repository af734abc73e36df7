package org.hostelchat.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** The connection preface by which a client announces HTTP/2 without negotiation. */
final class RawHttp2 {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPTY_SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};
    private static final int SETTINGS = 4;

    private RawHttp2() {}

    /** Whether the server answers with settings of its own, as one that speaks it must. */
    static boolean isSpokenAt(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(PREFACE);
            socket.getOutputStream().write(EMPTY_SETTINGS);
            byte[] head = socket.getInputStream().readNBytes(9);
            return head.length == 9 && head[3] == SETTINGS;
        } catch (SocketException hungUp) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
