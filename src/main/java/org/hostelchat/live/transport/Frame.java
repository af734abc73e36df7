package org.hostelchat.live.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One WebSocket text frame, encoded for sending. Immutable, and shared by all connections that it is sent to.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, 5.2</a>
 */
public final class Frame {

    /** The largest payload of an inbound frame, in bytes. */
    public static final int LARGEST_INBOUND = 64 * 1024;

    private static final byte FINAL_TEXT = (byte) 0x81;

    private final byte[] wire;
    private final int header;

    /** @param header how many bytes precede the payload */
    private Frame(byte[] wire, int header) {
        this.wire = wire;
        this.header = header;
    }

    public static Frame text(String json) {
        return text(List.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A frame whose payload is the concatenation of the parts. */
    public static Frame text(List<byte[]> parts) {
        var length = 0;
        for (var part : parts) length += part.length;
        var header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
        var wire = ByteBuffer.allocate(header + length).put(FINAL_TEXT);
        if (header == 2) wire.put((byte) length);
        else if (header == 4) wire.put((byte) 126).putShort((short) length);
        else wire.put((byte) 127).putLong(length);
        for (var part : parts) wire.put(part);
        return new Frame(wire.array(), header);
    }

    /**
     * The bytes of the frames for one write: headers and payloads, unmasked as a server sends them. For a single frame
     * its own array is returned, shared and not copied: it must not be modified.
     */
    static ByteBuffer wireOf(List<Frame> frames) {
        if (frames.size() == 1) return ByteBuffer.wrap(frames.get(0).wire);
        var length = 0;
        for (var frame : frames) length += frame.wire.length;
        var all = ByteBuffer.allocate(length);
        for (var frame : frames) all.put(frame.wire);
        return all.flip();
    }

    /** The size with its header, in bytes. */
    public int size() {
        return wire.length;
    }

    /** The payload, for transports that add the header themselves. */
    public String text() {
        return new String(wire, header, wire.length - header, StandardCharsets.UTF_8);
    }
}
