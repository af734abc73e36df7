package org.hostelchat.live;

import java.util.concurrent.TimeUnit;

/**
 * The signs of life that come from one line. Nobody is taken for dead who was not asked for a sign in time: a server that is
 * behind with its own work, or was stopped for a while, must not blame the other end. Times are {@link System#nanoTime()}'s.
 *
 * <p>{@link #heard} and {@link #silence} are for any thread, the rest is for the one that looks after the lines.
 */
final class Liveness {

    /** Who has been silent for so long is asked for a sign of life, and again after as long. */
    static final long ASK = TimeUnit.SECONDS.toNanos(15);

    /** Nothing heard for so long, in spite of asking: nobody is there. */
    private static final long DEAD = TimeUnit.SECONDS.toNanos(50);

    /** Time to answer, however late it was asked: so many looks, a second apart. A pause of the whole server is one look. */
    private static final int ANSWER = 5;

    /** Time for the first word; a pong is none. */
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

    /** Whether it is time to ask for a sign of life; if so, that has to be done now. */
    boolean takeAsk(long nowNanos) {
        if (silence(nowNanos) <= ASK || (hasBeenAsked() && nowNanos - askedAt <= ASK)) return false;
        askedAt = nowNanos;
        looksSince = 0;
        return true;
    }

    /** Counts a look, and says whether the line is dead. To be called once at every look. */
    boolean checkDead(long nowNanos) {
        looks++;
        looksSince++;
        return silence(nowNanos) > DEAD && hasBeenAsked() && looksSince > ANSWER;
    }

    /** Whether a line that has not said hello has had time enough for it. */
    boolean isLateWithHello(long nowNanos) {
        return nowNanos - openedAt > HELLO && looks > HELLO_LOOKS;
    }

    private boolean hasBeenAsked() {
        return askedAt - heardAt > 0;
    }
}
