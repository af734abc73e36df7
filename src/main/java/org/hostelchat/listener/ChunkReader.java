package org.hostelchat.listener;

import java.io.ByteArrayOutputStream;
import java.util.function.IntSupplier;

/**
 * Decodes a body in chunked transfer encoding strictly as RFC 9112 defines it: bare line feeds, whitespace around a
 * size, chunk extensions and trailers are rejected. Where a proxy and a server disagree about the end of a body, one
 * request can be smuggled inside another.
 *
 * <p>One instance per body; not thread-safe.
 */
final class ChunkReader {

    private enum State {
        SIZE,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        LAST_CR,
        LAST_LF,
        END
    }

    private static final int MOST_DIGITS = 8;

    private State state = State.SIZE;
    private long left;
    private int digits;

    /** Whether the body is complete. */
    boolean isAtEnd() {
        return state == State.END;
    }

    /**
     * Decodes the bytes that have been received, up to the end of the body.
     *
     * @param count how many bytes are available
     * @param next supplies the next byte, 0 to 255
     * @param data receives the decoded content
     * @return false if the encoding is invalid
     */
    boolean read(int count, IntSupplier next, ByteArrayOutputStream data) {
        for (var i = 0; i < count && state != State.END; i++) {
            var following = after(next.getAsInt(), data);
            if (following == null) return false;
            state = following;
        }
        return true;
    }

    /** The state after the given byte, or null if the byte is not allowed here. */
    private State after(int b, ByteArrayOutputStream data) {
        return switch (state) {
            case SIZE -> size(b);
            case SIZE_LF -> b == '\n' ? afterSize() : null;
            case DATA -> data(b, data);
            case DATA_CR -> b == '\r' ? State.DATA_LF : null;
            case DATA_LF -> b == '\n' ? State.SIZE : null;
            case LAST_CR -> b == '\r' ? State.LAST_LF : null;
            case LAST_LF -> b == '\n' ? State.END : null;
            case END -> State.END;
        };
    }

    private State size(int b) {
        if (b == '\r') return digits == 0 ? null : State.SIZE_LF;
        var digit = b < 0x80 ? "0123456789abcdef".indexOf(Character.toLowerCase(b)) : -1;
        if (digit < 0 || ++digits > MOST_DIGITS) return null;
        left = left << 4 | digit;
        return State.SIZE;
    }

    private State afterSize() {
        digits = 0;
        return left == 0 ? State.LAST_CR : State.DATA;
    }

    private State data(int b, ByteArrayOutputStream data) {
        data.write(b);
        left--;
        return left == 0 ? State.DATA_CR : State.DATA;
    }
}
