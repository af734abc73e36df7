package org.hostelchat.support;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, without checked exceptions. */
public final class Pause {

    private Pause() {}

    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", interrupted);
        }
    }

    /** Waits for a condition; fails with {@code what} if it is not met within the limit. */
    public static void until(String what, Duration limit, BooleanSupplier so) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + limit + ": " + what);
            }
            millis(20);
        }
    }
}
