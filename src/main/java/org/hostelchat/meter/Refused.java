package org.hostelchat.meter;

import java.util.concurrent.atomic.LongAdder;

/** Counts refused posts by reason: those reasons that an operator can act on, and all others together. */
public enum Refused {
    TOO_MANY_POSTS("too-many-posts"),
    OVERLOADED("overloaded"),
    NO_ANSWER_YET("no-answer-yet"),
    STOPPING("stopping"),
    STORAGE_BUSY("storage-busy"),
    STORAGE_FULL("storage-full"),
    STORAGE_READ_ONLY("storage-read-only"),
    STORAGE_DAMAGED("storage-damaged"),
    UNAVAILABLE("unavailable"),
    NOT_STORED("not-stored"),
    FAULT("fault"),
    OTHER("other");

    private final String reason;
    /** Mutable on purpose, although a field of an enum. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final LongAdder count = new LongAdder();

    Refused(String reason) {
        this.reason = reason;
    }

    /** Counts a refusal. */
    public static void count(String reason) {
        for (var each : values()) {
            if (each == OTHER || each.reason.equals(reason)) {
                each.count.increment();
                return;
            }
        }
    }

    /** The slug of the problem that the author of the post gets. */
    public String reason() {
        return reason;
    }

    public long total() {
        return count.sum();
    }
}
