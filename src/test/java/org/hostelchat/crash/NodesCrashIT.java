package org.hostelchat.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hostelchat.crash.NodesCrash.Trouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Several nodes, whatever happens to them and to their database: what was acknowledged is stored once, everybody sees
 * it once, and in one order.
 */
class NodesCrashIT {

    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    @Test
    void twoNodesAndTheirDatabaseFailWhilePeopleTalk() throws Exception {
        var troubles = new ArrayList<>(List.of(Trouble.values()));
        Collections.shuffle(troubles, new Random(SEED));
        assertEquals(List.of(), new NodesCrash(8, 2, troubles, SEED).run());
    }

    @Test
    @Tag("long")
    void threeNodesFailFortyTimes() throws Exception {
        var all = List.of(Trouble.values());
        var troubles =
                new Random(SEED).ints(40, 0, all.size()).mapToObj(all::get).toList();
        assertEquals(List.of(), new NodesCrash(24, 3, troubles, SEED).run());
    }
}
