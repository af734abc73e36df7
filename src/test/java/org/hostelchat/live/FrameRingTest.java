package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames are encoded once for all connections at the same number, and not kept for every number ever asked for. */
class FrameRingTest {

    private final FrameRing ring = new FrameRing(1, new EventRing(1 << 10, 1 << 20, 0));

    @Test
    void whoHoldsTheSameNumberIsSentTheSameBytes() {
        fill(10);
        assertSame(ring.after(3).frame(), ring.after(3).frame());
        assertNull(ring.after(10));
    }

    @Test
    void whatIsNewIsInTheNextFrame() {
        fill(1);
        var before = ring.after(0);
        fill(1);
        assertEquals(1, before.to());
        assertEquals(2, ring.after(0).to());
    }

    @Test
    void whoAsksFromEveryNumberDoesNotFillTheMemory() {
        fill(1_000);
        var first = ring.after(0).frame();
        for (var offset = 1L; offset < 1_000; offset++) ring.after(offset);
        assertNotSame(first, ring.after(0).frame(), "every frame is kept");
    }

    @Test
    void oneWhoIsTooFarBehindIsToldUpToWhere() {
        fill(1_100);
        assertNull(ring.after(0).frame());
        assertEquals(1_100, ring.after(0).to());
    }

    private void fill(int count) {
        for (var i = 0; i < count; i++) {
            var seq = ring.head() + 1;
            ring.append(List.of(new EncodedEvent(seq, ("{\"seq\":" + seq + "}").getBytes(StandardCharsets.US_ASCII))));
        }
    }
}
