package org.hostelchat.live.transport;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.Residents.Person;

/** A WebSocket client that sends arbitrary bytes, and reads only when told to. For one thread. */
public final class RawSocket implements AutoCloseable {

    /** What the connection's end without a close frame counts as. */
    public static final int BROKEN = 1006;

    /** What a close frame without a code counts as. */
    public static final int NO_CODE = 1005;

    private static final int MASK = 0x2b7e1516;
    private static final int USUAL = 0;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;

    private RawSocket(int port, String path, String headers, int receiveBuffer, byte[]... early) throws IOException {
        if (receiveBuffer != USUAL) socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 12));
        out = socket.getOutputStream();
        var host = "127.0.0.1:" + port;
        var key = Base64.getEncoder().encodeToString("sixteen bytes...".getBytes(StandardCharsets.US_ASCII));
        var handshake = ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: " + key + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        send(concat(handshake, early));
        var status = line();
        if (!status.startsWith("HTTP/1.1 101")) throw new IOException("The handshake was answered with " + status);
        while (!line().isEmpty()) {
            // the rest of the head
        }
    }

    /** A socket at {@code /live} that has not said hello. */
    public static RawSocket live(HostelServer server, Person person) throws IOException {
        return live(server, person, USUAL);
    }

    /** As {@link #live(HostelServer, Person)}, on a system that takes only so many bytes before they are read. */
    public static RawSocket live(HostelServer server, Person person, int receiveBuffer) throws IOException {
        return new RawSocket(server.port(), "/live", headers(person), receiveBuffer);
    }

    /** As {@link #live(HostelServer, Person)}, by this address. */
    public static RawSocket live(HostelServer server, Person person, String address) throws IOException {
        return new RawSocket(server.port(), address, headers(person), USUAL);
    }

    /** As {@link #live(HostelServer, Person)}, with frames that come together with the handshake. */
    public static RawSocket hasty(HostelServer server, Person person, byte[]... early) throws IOException {
        return new RawSocket(server.port(), "/live", headers(person), USUAL, early);
    }

    private static String headers(Person person) {
        return "Sec-WebSocket-Protocol: hostel.v1\r\nCookie: " + person.api().cookies() + "\r\n";
    }

    private static byte[] concat(byte[] first, byte[]... others) {
        var all = new java.io.ByteArrayOutputStream();
        all.writeBytes(first);
        for (var other : others) all.writeBytes(other);
        return all.toByteArray();
    }

    /** A socket at another endpoint, with nothing but the handshake. */
    public static RawSocket at(int port, String path) throws IOException {
        return new RawSocket(port, path, "", USUAL);
    }

    /** Says hello, and reads up to the welcome. */
    public RawSocket hello() throws IOException {
        send(text(Api.json("type", "hello").toString()));
        await("welcome");
        return this;
    }

    /** The next text frame that has this type. */
    public String await(String type) throws IOException {
        while (true) {
            var reply = read();
            if (reply.opcode() == 8) throw new IOException("closed with " + reply.code());
            if (reply.opcode() == 1 && reply.text().startsWith("{\"type\":\"" + type + "\"")) return reply.text();
        }
    }

    public void send(byte[]... frames) throws IOException {
        for (var frame : frames) out.write(frame);
    }

    public Reply read() throws IOException {
        var first = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) length = in.readUnsignedShort();
        else if (length == 127) length = in.readLong();
        var payload = new byte[(int) length];
        in.readFully(payload);
        return new Reply(first, payload);
    }

    /** One byte, as somebody reads who is in no hurry. */
    public int readByte() throws IOException {
        return in.readUnsignedByte();
    }

    /** The port at this end. */
    public int localPort() {
        return socket.getLocalPort();
    }

    /** Reads to the end and answers how the connection was closed. */
    public int closeCode() {
        try {
            while (true) {
                var reply = read();
                if (reply.opcode() == 8) return reply.code();
            }
        } catch (IOException broken) {
            return BROKEN;
        }
    }

    /** Fails unless the server hangs up, too, once the closing is agreed on. */
    public void assertHungUp() {
        try {
            send(frame(0x88, new byte[] {3, (byte) 0xe8}));
            while (in.read() >= 0) {
                // what was on its way
            }
        } catch (java.net.SocketTimeoutException stillOpen) {
            throw new AssertionError("the server keeps a line that is closed", stillOpen);
        } catch (IOException reset) {
            // hung up, too
        }
    }

    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is broken all the same
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b; (b = in.readUnsignedByte()) != '\n'; ) if (b != '\r') line.append((char) b);
        return line.toString();
    }

    public static byte[] text(String text) {
        return frame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A frame as clients send it: its first byte, and the payload, masked. */
    public static byte[] frame(int first, byte[] payload) {
        var frame = head(first, payload.length, true);
        for (var i = 0; i < payload.length; i++) frame.put((byte) (payload[i] ^ (MASK >>> (24 - 8 * (i & 3)))));
        return bytes(frame);
    }

    /** A frame that a client must not send. */
    public static byte[] unmasked(int first, byte[] payload) {
        return bytes(head(first, payload.length, false).put(payload));
    }

    private static byte[] bytes(ByteBuffer frame) {
        var bytes = new byte[frame.flip().remaining()];
        frame.get(bytes);
        return bytes;
    }

    private static ByteBuffer head(int first, int length, boolean masked) {
        var extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
        var frame =
                ByteBuffer.allocate(2 + extended + (masked ? 4 : 0) + length).put((byte) first);
        var bit = masked ? 0x80 : 0;
        switch (extended) {
            case 0 -> frame.put((byte) (bit | length));
            case 2 -> frame.put((byte) (bit | 126)).putShort((short) length);
            default -> frame.put((byte) (bit | 127)).putLong(length);
        }
        return masked ? frame.putInt(MASK) : frame;
    }

    /** What the server sent: a frame. */
    public static final class Reply {

        private final int first;
        private final byte[] payload;

        private Reply(int first, byte[] payload) {
            this.first = first;
            this.payload = payload;
        }

        public int opcode() {
            return first & 0x0f;
        }

        public boolean isFinal() {
            return (first & 0x80) != 0;
        }

        public byte[] payload() {
            return payload;
        }

        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** Of a close frame. */
        public int code() {
            return payload.length < 2 ? NO_CODE : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }
}
