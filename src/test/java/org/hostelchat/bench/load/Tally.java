package org.hostelchat.bench.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The loop's counters. Written by the loop's thread; counters that others read during the run are volatile and
 * published once per round, the rest may be read after {@link Loop#close}.
 */
public final class Tally {

    private static final long LONGEST = 120_000_000_000L;

    /** Delivery, from the intended time of sending, nanoseconds. */
    public final Histogram delivery = new Histogram(1_000, LONGEST, 3);

    /** Acknowledgement, from the intended time of sending, nanoseconds. */
    public final Histogram acknowledgement = new Histogram(1_000, LONGEST, 3);

    /** Answers other than an acknowledgement, by their problem's slug, and closes by their code. */
    public final Map<String, Integer> refusals = new TreeMap<>();

    long missing;
    long doubles;
    long disorder;
    long limited;
    long skipped;
    long eventsFrames;
    long deliveredNow;
    long acknowledgedNow;
    long bytes;

    private volatile long delivered;
    private volatile long acknowledged;
    private volatile long measureFrom = Long.MAX_VALUE;
    private volatile long measureUntil = Long.MAX_VALUE;

    /** From now on, records posts that were intended at or after this time. */
    public void measureFrom(long nanos) {
        measureFrom = nanos;
    }

    public void measureUntil(long nanos) {
        measureUntil = nanos;
    }

    boolean measures(long intended) {
        return intended >= measureFrom && intended < measureUntil;
    }

    void recordDelivery(long intended, long now) {
        if (measures(intended)) {
            delivery.recordValue(Math.min(Math.max(now - intended, 0), LONGEST));
        }
    }

    void recordAcknowledgement(long intended, long now) {
        if (measures(intended)) {
            acknowledgement.recordValue(Math.min(Math.max(now - intended, 0), LONGEST));
        }
    }

    void publish() {
        delivered = deliveredNow;
        acknowledged = acknowledgedNow;
    }

    public long delivered() {
        return delivered;
    }

    public long acknowledged() {
        return acknowledged;
    }

    public long missing() {
        return missing;
    }

    public long doubles() {
        return doubles;
    }

    public long disorder() {
        return disorder;
    }

    public long limited() {
        return limited;
    }

    /** The number of deliveries that a connection was told to fetch over HTTP, which it does not do. */
    public long skipped() {
        return skipped;
    }

    public long bytes() {
        return bytes;
    }

    public long eventsFrames() {
        return eventsFrames;
    }
}
