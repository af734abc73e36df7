package org.hostelchat.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of recent events. The first connection that receives an event parses it; all others compare only its first
 * sixteen bytes, which contain its number, and skip it. So one thread can check millions of deliveries a second. For
 * one thread.
 */
final class LearnedEvents {

    private static final int SIZE = 1 << 18;
    private static final byte[] HEAD = "{\"seq\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLIENT_ID = "\"clientId\":\"".getBytes(StandardCharsets.US_ASCII);

    private final PostLog posts;
    private final Tally tally;
    private final long[] seqs = new long[SIZE];
    private final long[] firstWords = new long[SIZE];
    private final long[] secondWords = new long[SIZE];
    private final long[] intended = new long[SIZE];
    private final int[] lengths = new int[SIZE];

    LearnedEvents(PostLog posts, Tally tally) {
        this.posts = posts;
        this.tally = tally;
    }

    /**
     * The length of the event with this number at the buffer's position; 0 if it is incomplete; -1 if it is another
     * event.
     */
    int measure(ByteBuffer in, long seq) {
        int slot = (int) seq & (SIZE - 1);
        int at = in.position();
        if (seqs[slot] == seq) {
            if (in.remaining() < lengths[slot]) {
                return 0;
            }
            return in.getLong(at) == firstWords[slot] && in.getLong(at + 8) == secondWords[slot] ? lengths[slot] : -1;
        }
        int end = objectEnd(in);
        if (end < 0) {
            return 0;
        }
        byte[] event = new byte[end - at];
        in.get(at, event);
        if (AsciiBytes.indexOf(event, HEAD, 0) != 0 || AsciiBytes.number(event, HEAD.length) != seq) {
            return -1;
        }
        learn(slot, seq, event, in);
        return event.length;
    }

    /** When the event's author intended to send it; 0 for events that are not posts of this run. */
    long intended(long seq) {
        return intended[(int) seq & (SIZE - 1)];
    }

    private void learn(int slot, long seq, byte[] event, ByteBuffer in) {
        seqs[slot] = seq;
        lengths[slot] = event.length;
        firstWords[slot] = in.getLong(in.position());
        secondWords[slot] = in.getLong(in.position() + 8);
        intended[slot] = 0;
        int id = AsciiBytes.indexOf(event, CLIENT_ID, 0);
        long number = id < 0 ? -1 : posts.ids().number(event, id + CLIENT_ID.length);
        if (number >= 0) {
            intended[slot] = posts.intended(number);
            if (!posts.see(number, seq)) {
                tally.doubles++;
            }
        }
    }

    /** The index after the JSON object at the buffer's position, or -1 if it does not end in the buffer. */
    private static int objectEnd(ByteBuffer in) {
        int depth = 0;
        boolean quoted = false;
        for (int i = in.position(); i < in.limit(); i++) {
            byte b = in.get(i);
            if (quoted) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    quoted = false;
                }
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
