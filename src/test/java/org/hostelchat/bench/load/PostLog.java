package org.hostelchat.bench.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The fate of each post of a run: when it was to be sent, and the numbers under which it was acknowledged and seen.
 * Written by the poster and the loop.
 */
public final class PostLog {

    private static final int LIMIT = 1 << 23;

    private final PostIds ids = new PostIds();
    private final AtomicLongArray acknowledgedAs = new AtomicLongArray(LIMIT);
    private final AtomicLongArray seenAs = new AtomicLongArray(LIMIT);
    private final AtomicLongArray intended = new AtomicLongArray(LIMIT);
    private final AtomicLong posted = new AtomicLong();
    private final AtomicLong lastAcknowledged = new AtomicLong();

    PostIds ids() {
        return ids;
    }

    /** A new post that is to be sent at this {@link System#nanoTime}. Returns its number. */
    long open(long intendedNanos) {
        long number = posted.getAndIncrement();
        intended.setPlain((int) number, intendedNanos);
        return number;
    }

    long intended(long number) {
        return intended.getPlain((int) number);
    }

    /** False if it was acknowledged before. */
    boolean acknowledge(long number, long seq) {
        lastAcknowledged.accumulateAndGet(seq, Math::max);
        return acknowledgedAs.compareAndSet((int) number, 0, seq);
    }

    /** False if it was seen before under another number: a duplicate. */
    boolean see(long number, long seq) {
        return seenAs.compareAndSet((int) number, 0, seq) || seenAs.get((int) number) == seq;
    }

    /** The highest number in an acknowledgement. */
    long lastAcknowledged() {
        return lastAcknowledged.get();
    }

    public long posted() {
        return posted.get();
    }

    /** The number of posts that were seen under another number than the acknowledged one. */
    public long contradictions() {
        long count = 0;
        for (int i = 0; i < posted.get(); i++) {
            long acknowledged = acknowledgedAs.get(i);
            long seen = seenAs.get(i);
            if (acknowledged != 0 && seen != 0 && acknowledged != seen) {
                count++;
            }
        }
        return count;
    }
}
