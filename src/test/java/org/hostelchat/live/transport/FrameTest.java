package org.hostelchat.live.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The header lengths of RFC 6455, 5.2, at their edges. */
class FrameTest {

    @Test
    void lengthsAreWrittenInTheShortestForm() {
        assertHeader(0, 0x81, 0);
        assertHeader(125, 0x81, 125);
        assertHeader(126, 0x81, 126, 0, 126);
        assertHeader(65_535, 0x81, 126, 0xFF, 0xFF);
        assertHeader(65_536, 0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void payloadIsUtf8() {
        assertEquals("வணக்கம் 😀", Frame.text("வணக்கம் 😀").text());
    }

    @Test
    void severalFramesStandOneBehindTheOther() {
        var wire = Frame.wireOf(List.of(Frame.text("tea"), Frame.text("at five")));
        assertEquals("\u0003tea", latin(wire, 1, 4));
        assertEquals("\u0007at five", latin(wire, 6, 8));
    }

    private static String latin(ByteBuffer wire, int from, int length) {
        return StandardCharsets.ISO_8859_1.decode(wire.slice(from, length)).toString();
    }

    private static void assertHeader(int payload, int... header) {
        var frame = Frame.text("x".repeat(payload));
        var expected = new byte[header.length];
        for (var i = 0; i < header.length; i++) expected[i] = (byte) header[i];
        var wire = Frame.wireOf(List.of(frame));
        assertEquals(header.length + payload, wire.remaining());
        var actual = new byte[header.length];
        wire.get(actual);
        assertArrayEquals(expected, actual);
        assertEquals(payload, frame.text().length());
    }
}
