package org.hostelchat.message;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Limits how fast one person may post, edit and delete: a token bucket for each. Thread-safe. Full buckets are removed,
 * so only people who posted recently take memory.
 */
final class FloodLimit {

    private record Bucket(double tokens, long atNanos) {}

    private final int burst;
    private final int perSecond;
    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

    FloodLimit(int burst, int perSecond) {
        this.burst = burst;
        this.perSecond = perSecond;
    }

    /**
     * Takes one token.
     *
     * @throws Refusal.TooFast if the person has none left
     */
    void take(long person, long nowNanos) {
        if (burst == 0 || perSecond == 0) return;
        var granted = new boolean[1];
        buckets.compute(person, (id, before) -> {
            var tokens = before == null ? burst : refilled(before, nowNanos);
            granted[0] = tokens >= 1;
            return new Bucket(granted[0] ? tokens - 1 : tokens, nowNanos);
        });
        if (granted[0]) return;
        throw new Refusal.TooFast(
                "too-many-posts", Phrase.of("message.too-fast"), Duration.ofMillis(1_000L / perSecond + 1));
    }

    /** Returns a token, because the draft was not stored for a reason that is not the author's. */
    void refund(long person) {
        buckets.computeIfPresent(
                person, (id, bucket) -> new Bucket(Math.min(burst, bucket.tokens() + 1), bucket.atNanos()));
    }

    private double refilled(Bucket bucket, long nowNanos) {
        return Math.min(burst, bucket.tokens() + (nowNanos - bucket.atNanos()) * 1e-9 * perSecond);
    }

    /** Removes full buckets. */
    void forgetIdle(long nowNanos) {
        buckets.values().removeIf(bucket -> refilled(bucket, nowNanos) >= burst);
    }
}
