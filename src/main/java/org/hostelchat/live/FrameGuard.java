package org.hostelchat.live;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;

/**
 * Looks at the heads of a client's frames as their bytes go by, for what the container lets pass or answers with the wrong
 * code: a frame that is not masked, and one that is too large, which is told before it is taken in. For one thread at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, 5.1 and 5.2</a>
 */
final class FrameGuard {

    /** What somebody did, and how their line is to be closed. */
    record Misdeed(CloseCode code, String reason) {}

    private static final Misdeed UNMASKED = new Misdeed(CloseCodes.PROTOCOL_ERROR, "frames must be masked");
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;

    private enum Part {
        OPCODE,
        LENGTH,
        LONGER_LENGTH,
        MASK_AND_PAYLOAD
    }

    private final long largest;
    private final Misdeed tooLarge;
    private Part part = Part.OPCODE;

    /** Bytes to come of the part. */
    private long left;

    private long length;

    /** @param largest the most bytes of a frame's payload */
    FrameGuard(int largest) {
        this.largest = largest;
        this.tooLarge = new Misdeed(CloseCodes.TOO_BIG, "frames have at most " + largest + " bytes");
    }

    /** Looks at the next bytes; null if nothing is wrong with them. */
    Misdeed look(byte[] bytes, int offset, int count) {
        var end = offset + count;
        for (var i = offset; i < end; ) {
            switch (part) {
                case OPCODE -> {
                    part = Part.LENGTH;
                    i++;
                }
                case LENGTH -> {
                    if ((bytes[i] & MASKED) == 0) return UNMASKED;
                    lengthIs(bytes[i++] & 0x7f);
                }
                case LONGER_LENGTH -> {
                    length = (length << 8) | (bytes[i++] & 0xff);
                    if (--left == 0) payloadComes();
                }
                case MASK_AND_PAYLOAD -> {
                    var passing = (int) Math.min(left, end - i);
                    i += passing;
                    left -= passing;
                    if (left == 0) part = Part.OPCODE;
                }
            }
            if (part == Part.MASK_AND_PAYLOAD && (length > largest || length < 0)) return tooLarge;
        }
        return null;
    }

    private void lengthIs(int code) {
        if (code < 126) {
            length = code;
            payloadComes();
            return;
        }
        length = 0;
        left = code == 126 ? 2 : 8;
        part = Part.LONGER_LENGTH;
    }

    private void payloadComes() {
        left = MASK_BYTES + length;
        part = Part.MASK_AND_PAYLOAD;
    }
}
