package org.hostelchat.meter;

import java.util.concurrent.atomic.LongAdder;

/** Counters that only increase. Adding takes a few nanoseconds and never blocks other threads; reading sums up. */
public enum Meter {
    POSTS("hostel_posts_total", "Posts that were stored, each once"),
    FILES("hostel_files_total", "Files that were uploaded completely"),
    DELIVERIES("hostel_deliveries_total", "Events handed to open lines, counted once for each line"),
    CATCH_UPS("hostel_catch_ups_total", "Lines that were told to fetch what they missed over HTTP"),
    COMMITS("hostel_commits_total", "Transactions of the writer"),
    COMMIT_NANOS("hostel_commit_nanoseconds_total", "Time that these took, together"),
    SLOW_COMMITS("hostel_slow_commits_total", "Those of them that took longer than a quarter of a second"),
    FAILED_COMMITS("hostel_failed_commits_total", "Those of them that the database refused"),
    SWEPT("hostel_swept_rooms_total", "Rooms with events of which this node had not been told"),
    SIGN_INS("hostel_sign_ins_total", "Sign-ins by the right password"),
    FAILED_SIGN_INS("hostel_failed_sign_ins_total", "Sign-ins by a wrong one");

    private final String key;
    private final String description;
    /** Mutable on purpose, although a field of an enum. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final LongAdder count = new LongAdder();

    Meter(String key, String description) {
        this.key = key;
        this.description = description;
    }

    /** Commits that take longer are noticeable to users. */
    private static final long SLOW_NANOS = 250_000_000;

    /** Counts a transaction of the writer. */
    public static void committed(long nanos) {
        COMMITS.add(1);
        COMMIT_NANOS.add(nanos);
        if (nanos > SLOW_NANOS) SLOW_COMMITS.add(1);
    }

    /** The name of the metric. */
    public String key() {
        return key;
    }

    public String description() {
        return description;
    }

    public void add(long more) {
        count.add(more);
    }

    public long total() {
        return count.sum();
    }
}
