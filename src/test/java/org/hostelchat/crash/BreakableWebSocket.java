package org.hostelchat.crash;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A WebSocket client that can be broken between any two bytes. One thread reads, one sends. */
final class BreakableWebSocket implements AutoCloseable {

    private static final int MASK = 0x2b7e1516;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /**
     * Connects and upgrades.
     *
     * @throws IOException if the server is not reachable, or does not respond with 101
     */
    BreakableWebSocket(int port, String cookies) throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = socket.getOutputStream();
        String host = "127.0.0.1:" + port;
        String key = Base64.getEncoder().encodeToString("sixteen bytes...".getBytes(StandardCharsets.US_ASCII));
        out.write(("GET /live HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Protocol: hostel.v1\r\nSec-WebSocket-Key: " + key + "\r\nCookie: " + cookies
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        String status = line();
        if (!status.startsWith("HTTP/1.1 101")) {
            cut();
            throw new IOException("The handshake was answered with " + status);
        }
        while (!line().isEmpty()) {
            // skip the remaining headers
        }
    }

    void send(String text) throws IOException {
        out.write(frame(text));
    }

    /** Sends the first part of a frame and breaks the connection. */
    void sendPartOf(String text, double part) throws IOException {
        byte[] frame = frame(text);
        out.write(frame, 0, (int) (frame.length * part));
        cut();
    }

    /**
     * The next text frame; other frames are skipped.
     *
     * @throws IOException when the connection ends, in order or not
     */
    String read() throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0f;
            long length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            byte[] payload = in.readNBytes((int) length);
            if (payload.length < length || opcode == 8) {
                throw new EOFException(opcode == 8 ? "closed" : "broken");
            }
            if (opcode == 1) {
                return new String(payload, StandardCharsets.UTF_8);
            }
        }
    }

    /** Breaks the connection without a close frame: data that was sent may be lost too. */
    void cut() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is closed in any case
        }
    }

    @Override
    public void close() {
        cut();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int b;
        while ((b = in.readUnsignedByte()) != '\n') {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) 0xfe).putShort((short) payload.length);
        }
        frame.putInt(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (MASK >>> (24 - 8 * (i & 3)))));
        }
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }
}
