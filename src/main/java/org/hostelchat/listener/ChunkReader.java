package org.hostelchat.listener;

import java.io.ByteArrayOutputStream;
import java.util.function.IntSupplier;

/**
 * Reads a body in chunks as RFC 9112 has them, and nothing that is only nearly so: no bare line feeds, no blanks around a size, no
 * extensions and no trailers, which nobody here needs. Two programs in a row that do not agree on where a body ends can be made
 * to take one request for two.
 *
 * <p>One for each body; for one thread at a time.
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
     * Goes on with what has come, up to the end of the body.
     *
     * @param count how many bytes there are
     * @param next the next one of them, 0 to 255
     * @param data where the content goes
     * @return false if this is no proper chunk
     */
    boolean read(int count, IntSupplier next, ByteArrayOutputStream data) {
        for (var i = 0; i < count && state != State.END; i++) {
            var following = after(next.getAsInt(), data);
            if (following == null) return false;
            state = following;
        }
        return true;
    }

    /** Null where no such byte may stand. */
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
