package org.hostelchat.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is killed at whatever time: nothing acknowledged is lost, nothing is duplicated, and the order is the same
 * for all.
 */
class CrashIT {

    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    @Test
    void theServerIsKilledWhilePeopleTalk() {
        assertEquals(List.of(), new ServerCrash(10, 2, 40, SEED).run());
    }

    @Test
    void theWriterIsKilledWhileItCommits() throws Exception {
        assertEquals(List.of(), new WriterCrash(4, 8_000, SEED).run());
    }

    @Test
    @Tag("long")
    void theServerIsKilledTwentyTimes() {
        assertEquals(List.of(), new ServerCrash(24, 20, 200, SEED).run());
    }

    @Test
    @Tag("long")
    void theWriterIsKilledAHundredAndEightyTimesWithinAMillionPosts() throws Exception {
        assertEquals(List.of(), new WriterCrash(180, 1_000_000, SEED).run());
    }
}
