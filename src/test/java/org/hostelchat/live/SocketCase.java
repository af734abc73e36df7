package org.hostelchat.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.hostelchat.live.transport.RawSocket;

/**
 * One case of how a socket must behave, after the chapters of the Autobahn test suite: what is sent, and what must come back,
 * in order. The last expectation of many is the close code.
 *
 * @param sent frames or parts of frames, each sent by itself
 * @param back what comes back: {@code text:...}, {@code binary:<bytes>}, {@code pong:...}, {@code close:<codes>}
 */
record SocketCase(String name, List<byte[]> sent, List<String> back) {

    private static final String KOSME = "cebae1bdb9cf83cebcceb5";

    @Override
    public String toString() {
        return name;
    }

    static List<SocketCase> all() {
        var all = new ArrayList<SocketCase>();
        framing(all);
        pings(all);
        reserved(all);
        opcodes(all);
        fragments(all);
        utf8(all);
        closing(all);
        limits(all);
        return all;
    }

    private static void framing(List<SocketCase> all) {
        for (var length : List.of(0, 125, 126, 127, 128, 65_535, 65_536)) {
            var words = "*".repeat(length);
            add(all, "1.1 text of " + length, List.of("text:" + words), text(words));
            add(all, "1.2 binary of " + length, List.of("binary:" + length), frame(0x82, new byte[length]));
        }
        add(
                all,
                "1.1.8 text of 65536 in chops",
                List.of("text:" + "*".repeat(65_536)),
                chops(text("*".repeat(65_536)), 997));
    }

    private static void pings(List<SocketCase> all) {
        add(all, "2.1 empty ping", List.of("pong:"), frame(0x89, new byte[0]));
        add(all, "2.2 ping with words", List.of("pong:hello"), frame(0x89, bytes("hello")));
        add(all, "2.4 ping of 125", List.of("pong:" + "x".repeat(125)), frame(0x89, bytes("x".repeat(125))));
        add(all, "2.5 ping of 126", close(1002), frame(0x89, new byte[126]));
        add(all, "2.6 ping byte by byte", List.of("pong:slow"), chops(frame(0x89, bytes("slow")), 1));
        add(
                all,
                "2.8 pong nobody asked for",
                List.of("pong:1"),
                frame(0x8a, bytes("unasked")),
                frame(0x89, bytes("1")));
        add(
                all,
                "2.10 ten pings",
                IntStream.range(0, 10).mapToObj(i -> "pong:" + i).toList(),
                IntStream.range(0, 10).mapToObj(i -> frame(0x89, bytes("" + i))).toArray(byte[][]::new));
    }

    private static void reserved(List<SocketCase> all) {
        for (var bits = 1; bits <= 7; bits++) {
            add(all, "3 text with reserved bits " + bits, close(1002), frame(0x81 | bits << 4, bytes("hi")));
            add(all, "3 ping with reserved bits " + bits, close(1002), frame(0x89 | bits << 4, bytes("hi")));
        }
        add(all, "3.2 first a good one", List.of("text:good", "close:1002"), text("good"), frame(0xa1, bytes("bad")));
    }

    private static void opcodes(List<SocketCase> all) {
        for (var opcode : List.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)) {
            add(all, "4 opcode " + opcode, close(1002), frame(0x80 | opcode, new byte[0]));
            add(all, "4 opcode " + opcode + " with words", close(1002), frame(0x80 | opcode, bytes("words")));
        }
    }

    private static void fragments(List<SocketCase> all) {
        add(all, "5.1 ping in two", close(1002), frame(0x09, bytes("a")), frame(0x80, bytes("b")));
        add(all, "5.2 pong in two", close(1002), frame(0x0a, bytes("a")), frame(0x80, bytes("b")));
        add(all, "5.3 text in two", List.of("text:ab"), frame(0x01, bytes("a")), frame(0x80, bytes("b")));
        add(
                all,
                "5.5 text in two, in chops",
                List.of("text:ab"),
                chops(join(frame(0x01, bytes("a")), frame(0x80, bytes("b"))), 1));
        add(
                all,
                "5.6 ping between",
                List.of("pong:p", "text:ab"),
                frame(0x01, bytes("a")),
                frame(0x89, bytes("p")),
                frame(0x80, bytes("b")));
        add(all, "5.9 continuation of nothing", close(1002), frame(0x80, bytes("a")));
        add(all, "5.10 the same, not final", close(1002), frame(0x00, bytes("a")));
        add(
                all,
                "5.15 continuation after the end",
                List.of("text:ab", "close:1002"),
                frame(0x01, bytes("a")),
                frame(0x80, bytes("b")),
                frame(0x00, bytes("c")));
        add(all, "5.18 text within text", close(1002), frame(0x01, bytes("a")), frame(0x81, bytes("b")));
        add(
                all,
                "5.19 text in five, two pings",
                List.of("pong:1", "pong:2", "text:abcde"),
                frame(0x01, bytes("a")),
                frame(0x00, bytes("b")),
                frame(0x89, bytes("1")),
                frame(0x00, bytes("c")),
                frame(0x00, bytes("d")),
                frame(0x89, bytes("2")),
                frame(0x80, bytes("e")));
        add(
                all,
                "5.21 empty fragments",
                List.of("text:a"),
                frame(0x01, new byte[0]),
                frame(0x00, bytes("a")),
                frame(0x80, new byte[0]));
        add(all, "5.22 binary in two", List.of("binary:4"), frame(0x02, new byte[2]), frame(0x80, new byte[2]));
    }

    private static void utf8(List<SocketCase> all) {
        var good = List.of(
                KOSME,
                "00",
                "7f",
                "c280",
                "dfbf",
                "e0a080",
                "ed9fbf",
                "ee8080",
                "efbfbd",
                "efbfbf",
                "f0908080",
                "f48fbfbf",
                "f09f9880");
        for (var hex : good) {
            add(all, "6 good " + hex, List.of("text:" + new String(hex(hex), UTF_8)), frame(0x81, hex(hex)));
            add(
                    all,
                    "6 good " + hex + ", a byte a fragment",
                    List.of("text:" + new String(hex(hex), UTF_8)),
                    fragments(hex(hex)));
        }
        var bad = List.of(
                KOSME + "eda080656469746564",
                "80",
                "bf",
                "c0af",
                "c1bf",
                "c2",
                "e080af",
                "e0a0",
                "eda080",
                "edbfbf",
                "eda080edb080",
                "f0808080",
                "f0908080f4908080",
                "f490bfbf",
                "f888808080",
                "fc8480808080",
                "fe",
                "ff",
                "f09f98");
        for (var hex : bad) {
            add(all, "6 bad " + hex, close(1007), frame(0x81, hex(hex)));
            add(all, "6 bad " + hex + ", a byte a fragment", close(1007), fragments(hex(hex)));
        }
    }

    private static void closing(List<SocketCase> all) {
        add(all, "7.1.1 text, then close", List.of("text:bye", "close:1000"), text("bye"), closeWith("03e8"));
        add(all, "7.1.3 ping after close", close(1000), closeWith("03e8"), frame(0x89, bytes("late")));
        add(all, "7.3.1 close without a code", List.of("close:1000,1005"), closeWith(""));
        add(all, "7.3.2 close with half a code", close(1002), closeWith("03"));
        add(all, "7.3.4 close with a reason", close(1000), closeWith("03e8" + "62796521"));
        add(all, "7.3.5 close with the longest reason", close(1000), closeWith("03e8" + "78".repeat(123)));
        add(all, "7.3.6 close with a reason too long", close(1002), closeWith("03e8" + "78".repeat(124)));
        add(all, "7.5.1 close with a reason that is not UTF-8", close(1007), closeWith("03e8" + "eda080"));
        for (var code : List.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999)) {
            add(all, "7.7 close with " + code, List.of("close:1000," + code), closeWith("%04x".formatted(code)));
        }
        for (var code : List.of(0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999, 5000, 65_535)) {
            add(all, "7.9 close with " + code, close(1002), closeWith("%04x".formatted(code)));
        }
    }

    private static void limits(List<SocketCase> all) {
        var words = "w".repeat(65_536);
        add(all, "9.3 text of 65536 in fragments of 64", List.of("text:" + words), fragments(bytes(words), 64));
        add(all, "9.5 text of 65536 in chops of 64", List.of("text:" + words), chops(text(words), 64));
        var many = IntStream.range(0, 1_000).mapToObj(i -> "m" + i).toList();
        add(
                all,
                "9.7 a thousand messages in one write",
                many.stream().map(word -> "text:" + word).toList(),
                join(many.stream().map(SocketCase::text).toArray(byte[][]::new)));
        add(all, "9.1 text beyond the limit", close(1009), text("w".repeat((1 << 17) + 1)));
        add(all, "9.1 the same in fragments", close(1009), fragments(bytes("w".repeat((1 << 17) + 1_000)), 1_000));
    }

    private static void add(List<SocketCase> all, String name, List<String> back, byte[]... sent) {
        all.add(new SocketCase(name, List.of(sent), back));
    }

    private static List<String> close(int code) {
        return List.of("close:" + code);
    }

    private static byte[] closeWith(String hex) {
        return frame(0x88, hex(hex));
    }

    private static byte[] text(String words) {
        return RawSocket.text(words);
    }

    private static byte[] frame(int first, byte[] payload) {
        return RawSocket.frame(first, payload);
    }

    private static byte[] bytes(String words) {
        return words.getBytes(UTF_8);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** A text in fragments of one byte. */
    private static byte[][] fragments(byte[] payload) {
        return fragments(payload, 1);
    }

    private static byte[][] fragments(byte[] payload, int size) {
        var parts = chops(payload, size);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> frame((i == 0 ? 0x01 : 0x00) | (i == parts.length - 1 ? 0x80 : 0x00), parts[i]))
                .toArray(byte[][]::new);
    }

    private static byte[][] chops(byte[] bytes, int size) {
        return IntStream.iterate(0, at -> at < bytes.length, at -> at + size)
                .mapToObj(at -> Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)))
                .toArray(byte[][]::new);
    }

    private static byte[] join(byte[]... parts) {
        var all = java.nio.ByteBuffer.wrap(
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()]);
        for (var part : parts) all.put(part);
        return all.array();
    }
}
