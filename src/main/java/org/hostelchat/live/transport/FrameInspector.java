package org.hostelchat.live.transport;

import jakarta.websocket.CloseReason.CloseCodes;

/**
 * Inspects the headers of a client's frames as their bytes are read, for violations that the container accepts or
 * answers with the wrong code: an unmasked frame, and a frame that is too large, which is detected before its payload
 * is read. Also detects the close frame, even after a violation. Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, 5.1 and 5.2</a>
 */
final class FrameInspector {

    private static final ProtocolViolation UNMASKED =
            new ProtocolViolation(CloseCodes.PROTOCOL_ERROR, "frames must be masked");
    private static final int OPCODE_BITS = 0x0f;
    private static final int CLOSE = 0x8;
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;
    private static final long ENDLESS = Long.MAX_VALUE - MASK_BYTES;

    private enum Part {
        OPCODE,
        LENGTH,
        LONGER_LENGTH,
        MASK_AND_PAYLOAD
    }

    private final long largest;
    private final ProtocolViolation tooLarge;
    private Part part = Part.OPCODE;
    private boolean closing;
    private boolean masked;

    /** How many bytes of the current part are missing. */
    private long left;

    private long length;
    private ProtocolViolation violation;
    private boolean heardClose;

    /** @param largest the largest payload of a frame, in bytes */
    FrameInspector(int largest) {
        this.largest = largest;
        this.tooLarge = new ProtocolViolation(CloseCodes.TOO_BIG, "frames have at most " + largest + " bytes");
    }

    /** The first violation; null if there was none. */
    ProtocolViolation violation() {
        return violation;
    }

    /** Whether a complete close frame was received. */
    boolean heardClose() {
        return heardClose;
    }

    /** Inspects the next bytes. */
    void look(byte[] bytes, int offset, int count) {
        var end = offset + count;
        for (var i = offset; i < end; ) {
            switch (part) {
                case OPCODE -> {
                    closing = (bytes[i++] & OPCODE_BITS) == CLOSE;
                    part = Part.LENGTH;
                }
                case LENGTH -> {
                    masked = (bytes[i] & MASKED) != 0;
                    if (!masked) is(UNMASKED);
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
                    if (left == 0) frameEnds();
                }
            }
        }
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
        if (Long.compareUnsigned(length, ENDLESS) > 0) length = ENDLESS;
        if (length > largest) is(tooLarge);
        left = length + (masked ? MASK_BYTES : 0);
        part = Part.MASK_AND_PAYLOAD;
        if (left == 0) frameEnds();
    }

    private void frameEnds() {
        if (closing) heardClose = true;
        part = Part.OPCODE;
    }

    private void is(ProtocolViolation wrong) {
        if (violation == null) violation = wrong;
    }
}
