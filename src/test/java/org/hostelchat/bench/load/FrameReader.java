package org.hostelchat.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Parses and checks incoming frames: every events frame must begin with the number after the last one, and contain
 * every number up to its end. Used by the loop's thread.
 */
final class FrameReader {

    private static final byte[] EVENTS = ascii("{\"type\":\"events\",");
    private static final byte[] FROM = ascii("\"from\":");
    private static final byte[] TO = ascii("\"to\":");
    private static final byte[] ARRAY = ascii("\"events\":[");
    private static final int HEAD = 120;

    private final LearnedEvents learned;
    private final TextFrames texts;
    private final Tally tally;

    FrameReader(LearnedEvents learned, TextFrames texts, Tally tally) {
        this.learned = learned;
        this.texts = texts;
        this.tally = tally;
    }

    /** Consumes complete parts; the remainder of the buffer must be passed again with more data behind it. */
    void read(Client client, ByteBuffer in, long now) {
        while (in.hasRemaining()) {
            boolean progress = client.left > 0 ? withinEvents(client, in, now) : frame(client, in, now);
            if (!progress) {
                return;
            }
        }
    }

    private boolean frame(Client client, ByteBuffer in, long now) {
        int start = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        int opcode = in.get(start) & 0x0f;
        int length7 = in.get(start + 1) & 0x7f;
        int header = length7 < 126 ? 2 : length7 == 126 ? 4 : 10;
        if (in.remaining() < header) {
            return false;
        }
        // The buffer is in native, little-endian order, for comparing words quickly.
        long length = length7 < 126
                ? length7
                : length7 == 126
                        ? Short.toUnsignedInt(Short.reverseBytes(in.getShort(start + 2)))
                        : Long.reverseBytes(in.getLong(start + 2));
        int head = (int) Math.min(length, HEAD);
        if (in.remaining() < header + head) {
            return false;
        }
        if (opcode == 1 && startsWithEvents(in, start + header, head)) {
            beginEvents(client, in, start + header, head, length);
            return true;
        }
        if (in.remaining() < header + length) {
            return false;
        }
        byte[] payload = new byte[(int) length];
        in.position(start + header).get(payload);
        texts.take(client, opcode, payload, now);
        return true;
    }

    private static boolean startsWithEvents(ByteBuffer in, int at, int available) {
        if (available < EVENTS.length) {
            return false;
        }
        for (int i = 9; i < EVENTS.length; i++) {
            if (in.get(at + i) != EVENTS[i]) {
                return false;
            }
        }
        return true;
    }

    private void beginEvents(Client client, ByteBuffer in, int at, int available, long length) {
        byte[] head = new byte[available];
        in.get(at, head);
        int array = AsciiBytes.indexOf(head, ARRAY, 0);
        if (array < 0) {
            throw new IllegalStateException("Unexpected events frame: " + new String(head, StandardCharsets.UTF_8));
        }
        long from = AsciiBytes.numberAfter(head, FROM, 0);
        client.to = AsciiBytes.numberAfter(head, TO, 0);
        client.next = from;
        if (from > client.expected) {
            tally.missing += from - client.expected;
        } else if (from < client.expected) {
            tally.doubles += client.expected - from;
        }
        tally.eventsFrames++;
        client.left = length - array - ARRAY.length;
        in.position(at + array + ARRAY.length);
    }

    private boolean withinEvents(Client client, ByteBuffer in, long now) {
        long next = client.next;
        long left = client.left;
        boolean whole = true;
        while (next <= client.to && whole) {
            int length = learned.measure(in, next);
            if (length < 0) {
                tally.disorder += client.to - next + 1;
                next = client.to + 1;
            } else if (length == 0 || in.remaining() == length) {
                // The comma or bracket after an event counts as part of it, so that a delivery is counted when it is
                // complete.
                whole = false;
            } else {
                tally.deliveredNow++;
                tally.recordDelivery(learned.intended(next), now);
                in.position(in.position() + length + 1);
                left -= length + 1;
                next++;
            }
        }
        client.next = next;
        client.left = left;
        client.expected = next;
        if (next > client.to) {
            int skip = (int) Math.min(client.left, in.remaining());
            in.position(in.position() + skip);
            client.left -= skip;
            texts.caughtUp(client, now);
            return true;
        }
        return whole;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
