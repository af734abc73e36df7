package org.hostelchat.live.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One WebSocket text frame, ready for the wire. Immutable, shared by all connections that are sent it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, 5.2</a>
 */
public final class Frame {

    /** The most bytes of an inbound frame's payload. */
    public static final int LARGEST_INBOUND = 64 * 1024;

    private static final byte FINAL_TEXT = (byte) 0x81;

    private final byte[] wire;
    private final int header;

    /** @param header how many bytes of the wire's come before the payload */
    private Frame(byte[] wire, int header) {
        this.wire = wire;
        this.header = header;
    }

    public static Frame text(String json) {
        return text(List.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A frame whose payload is these parts, one after the other. */
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
     * The bytes of all these, for one write: header and payload, unmasked as a server sends them. A single frame is handed out
     * without copying, shared by all its readers: not to be written to.
     */
    static ByteBuffer wireOf(List<Frame> frames) {
        if (frames.size() == 1) return ByteBuffer.wrap(frames.get(0).wire);
        var length = 0;
        for (var frame : frames) length += frame.wire.length;
        var all = ByteBuffer.allocate(length);
        for (var frame : frames) all.put(frame.wire);
        return all.flip();
    }

    /** Bytes on the wire. */
    public int size() {
        return wire.length;
    }

    /** The payload, for a line that frames by itself. */
    public String text() {
        return new String(wire, header, wire.length - header, StandardCharsets.UTF_8);
    }
}
