package org.hostelchat.meter;

import java.util.concurrent.atomic.LongAdder;

/** Why posts were refused; the reasons that an operator can do something about, and all the others together. */
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
    /** An enumeration that counts is not immutable, and means to be. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final LongAdder count = new LongAdder();

    Refused(String reason) {
        this.reason = reason;
    }

    /** One more. */
    public static void count(String reason) {
        for (var each : values()) {
            if (each == OTHER || each.reason.equals(reason)) {
                each.count.increment();
                return;
            }
        }
    }

    /** As the slug of the problem that its poster is told. */
    public String reason() {
        return reason;
    }

    public long total() {
        return count.sum();
    }
}
