package org.hostelchat.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** What a client sends: the handshake, and masked text frames. */
final class ClientFrames {

    private static final int MASK = 0x5a17c3e9;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientFrames() {}

    static ByteBuffer handshake(String host, Credentials who) {
        byte[] key = new byte[16];
        RANDOM.nextBytes(key);
        String request = "GET /live HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Protocol: hostel.v1\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(key) + "\r\nCookie: " + who.cookie() + "\r\n\r\n";
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }

    static ByteBuffer hello(long cursor) {
        return text("{\"type\":\"hello\",\"cursors\":{" + (cursor < 0 ? "" : "\"1\":" + cursor) + "}}");
    }

    static ByteBuffer text(String json) {
        return masked(0x81, json.getBytes(StandardCharsets.UTF_8));
    }

    static ByteBuffer pong(byte[] payload) {
        return masked(0x8a, payload);
    }

    private static ByteBuffer masked(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65536) {
            frame.put((byte) 0xfe).putShort((short) payload.length);
        } else {
            frame.put((byte) 0xff).putLong(payload.length);
        }
        frame.putInt(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (MASK >>> (24 - 8 * (i & 3)))));
        }
        return frame.flip();
    }
}
