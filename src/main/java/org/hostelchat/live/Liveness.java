package org.hostelchat.live;

import java.util.concurrent.TimeUnit;

/**
 * Signs of life received on one connection. A connection is only considered dead if it was pinged in time and given
 * time to answer: a server that is late, or was suspended, must not blame the client. Times are those of {@link
 * System#nanoTime()}.
 *
 * <p>{@link #heard} and {@link #silence} may be called by any thread, the other methods by the one that checks the
 * connections.
 */
final class Liveness {

    /** After so long a silence a ping is due, and again after the same time. */
    static final long ASK = TimeUnit.SECONDS.toNanos(15);

    /** After so long a silence, in spite of pings, the connection is dead. */
    private static final long DEAD = TimeUnit.SECONDS.toNanos(50);

    /**
     * The time to answer a ping, however late that was sent, counted in checks, one a second. A pause of the whole
     * server counts as one check.
     */
    private static final int ANSWER = 5;

    /** The time within which hello must be received; a pong does not count. */
    private static final long HELLO = TimeUnit.SECONDS.toNanos(10);

    private static final int HELLO_LOOKS = 10;

    private final long openedAt;
    private volatile long heardAt;
    private long askedAt;
    private int looksSince;
    private int looks;

    Liveness(long nowNanos) {
        openedAt = nowNanos;
        heardAt = nowNanos;
        askedAt = nowNanos;
    }

    void heard(long nowNanos) {
        heardAt = nowNanos;
    }

    long silence(long nowNanos) {
        return nowNanos - heardAt;
    }

    /** Whether a ping is due; if so it is recorded as sent, and the caller must send it. */
    boolean takeAsk(long nowNanos) {
        if (silence(nowNanos) <= ASK || (hasBeenAsked() && nowNanos - askedAt <= ASK)) return false;
        askedAt = nowNanos;
        looksSince = 0;
        return true;
    }

    /** Counts a check, and returns whether the connection is dead. To be called exactly once at every check. */
    boolean checkDead(long nowNanos) {
        looks++;
        looksSince++;
        return silence(nowNanos) > DEAD && hasBeenAsked() && looksSince > ANSWER;
    }

    /** Whether hello was not received in time. */
    boolean isLateWithHello(long nowNanos) {
        return nowNanos - openedAt > HELLO && looks > HELLO_LOOKS;
    }

    private boolean hasBeenAsked() {
        return askedAt - heardAt > 0;
    }
}
