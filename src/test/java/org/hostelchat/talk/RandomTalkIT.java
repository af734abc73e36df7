package org.hostelchat.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever people do in many rooms: everybody is told exactly what they are entitled to, in order, once. */
@EachDatabase
class RandomTalkIT {

    private static final long SEED = Long.getLong("talk.seed", System.nanoTime());
    private static final int MOST_TOLD = 30;

    private static void talk(HostelServer server, Duration length) {
        var evening = new Evening(server, SEED);
        System.out.println("Talking in many rooms, seed " + SEED);
        var faults = EntitlementChecker.check(evening.run(length));
        System.out.println(evening);
        assertEquals(List.of(), faults.subList(0, Math.min(faults.size(), MOST_TOLD)), "seed " + SEED);
    }

    @Test
    void everybodyIsToldWhatTheyAreEntitledTo(HostelServer server) {
        talk(server, Duration.ofSeconds(12));
    }

    @Test
    @Tag("long")
    void everybodyIsToldForTenMinutes(HostelServer server) {
        talk(server, Duration.ofMinutes(10));
    }
}
