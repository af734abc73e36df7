package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
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

    private static void assertHeader(int payload, int... header) {
        var frame = Frame.text("x".repeat(payload));
        var expected = new byte[header.length];
        for (var i = 0; i < header.length; i++) expected[i] = (byte) header[i];
        assertArrayEquals(expected, Arrays.copyOf(frame.wire(), header.length));
        assertEquals(header.length + payload, frame.length());
        assertEquals(payload, frame.text().length());
    }
}
