package org.hostelchat.live.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.CloseReason.CloseCodes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of frames are found wherever the network splits the stream. */
class FrameInspectorTest {

    private static final int LARGEST = 64 * 1024;

    private final FrameInspector guard = new FrameInspector(LARGEST);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, LARGEST})
    void whatIsAllowedPassesInOnePieceAndByteByByte(int length) {
        var frame = RawSocket.frame(0x81, payload(length));
        assertNull(look(frame, frame.length));
        assertNull(look(frame, 1));
        assertNull(look(frame, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {LARGEST + 1, 1 << 20})
    void whatIsTooLargeIsToldByItsHeadAlone(int length) {
        var head = Arrays.copyOf(RawSocket.frame(0x82, new byte[length]), 14);
        assertEquals(CloseCodes.TOO_BIG, look(head, 1).code());
    }

    @ParameterizedTest
    @ValueSource(bytes = {-1, 0x7f})
    void aLengthBeyondAllNumbersIsTooLargeAndNeverEnds(byte most) {
        var head = new byte[] {(byte) 0x81, (byte) 0xff, most, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0};
        assertEquals(CloseCodes.TOO_BIG, look(head, 3).code());
        look(RawSocket.frame(0x88, payload(2)), 1);
        assertFalse(guard.heardClose());
    }

    @Test
    void unmaskedFramesAreReported() {
        var honest = RawSocket.frame(0x89, payload(3));
        assertNull(look(honest, honest.length));
        assertEquals(
                CloseCodes.PROTOCOL_ERROR,
                look(RawSocket.unmasked(0x81, payload(3)), 2).code());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 100})
    void goodByeIsHeardWhenItIsWhole(int step) {
        var goodBye = RawSocket.frame(0x88, new byte[] {0x03, (byte) 0xe8});
        look(RawSocket.frame(0x81, payload(300)), step);
        look(Arrays.copyOf(goodBye, goodBye.length - 1), step);
        assertFalse(guard.heardClose());
        look(new byte[] {goodBye[goodBye.length - 1]}, step);
        assertTrue(guard.heardClose());
        assertNull(guard.violation());
    }

    @Test
    void goodByeIsHeardWithoutAReasonAndWithoutAMask() {
        look(RawSocket.unmasked(0x88, new byte[0]), 1);
        assertTrue(guard.heardClose());
    }

    @Test
    void goodByeIsHeardAfterAViolationToo() {
        look(RawSocket.unmasked(0x81, payload(30)), 3);
        look(RawSocket.frame(0x82, new byte[LARGEST + 1]), 1_000);
        look(RawSocket.frame(0x88, new byte[0]), 1);
        assertTrue(guard.heardClose());
        assertEquals(CloseCodes.PROTOCOL_ERROR, guard.violation().code());
    }

    /** Whatever the cuts, an honest stream passes, and the first bad frame in it is found. */
    @Test
    void framesMayArriveInAnyPieces() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var stream = new ByteArrayOutputStream();
            for (var i = 0; i < 20; i++)
                stream.writeBytes(RawSocket.frame(0x81, payload(random.nextInt(70) * random.nextInt(70))));
            var fresh = new FrameInspector(LARGEST);
            assertNull(look(fresh, stream.toByteArray(), 1 + random.nextInt(300)), "seed " + seed);
            assertEquals(
                    CloseCodes.PROTOCOL_ERROR,
                    look(fresh, RawSocket.unmasked(0x81, payload(9)), 1).code(),
                    "seed " + seed);
        }
    }

    private ProtocolViolation look(byte[] bytes, int step) {
        return look(guard, bytes, step);
    }

    private static ProtocolViolation look(FrameInspector guard, byte[] bytes, int step) {
        for (var i = 0; i < bytes.length; i += step) {
            guard.look(bytes, i, Math.min(step, bytes.length - i));
        }
        return guard.violation();
    }

    /** Bytes that look like heads. */
    private static byte[] payload(int length) {
        var payload = new byte[length];
        for (var i = 0; i < length; i++) payload[i] = (byte) (i * 127);
        return payload;
    }
}
