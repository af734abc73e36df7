package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The ring contains what it claims to contain, within its limits. */
class EventRingTest {

    private static final int MOST_EVENTS = 8;
    private static final int MOST_BYTES = 100;

    @Property
    void holdsTheNewestWithoutAGap(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 120) Integer> sizes, @ForAll List<Boolean> earlier) {
        var ring = new EventRing(MOST_EVENTS, MOST_BYTES, 41);
        Map<Long, EncodedEvent> all = new TreeMap<>();
        for (var i = 0; i < sizes.size(); i++) {
            var tail = ring.tail();
            if (i < earlier.size() && earlier.get(i) && tail > 1) {
                var event = event(tail - 1, sizes.get(i));
                if (ring.prepend(event)) all.put(tail - 1, event);
                else assertEquals(tail, ring.tail());
            } else {
                var event = event(ring.head() + 1, sizes.get(i));
                ring.append(event);
                all.put(ring.head(), event);
            }
            check(ring, all);
        }
    }

    private static EncodedEvent event(long seq, int size) {
        return new EncodedEvent(seq, new byte[size]);
    }

    private static void check(EventRing ring, Map<Long, EncodedEvent> all) {
        var bytes = 0;
        for (var seq = ring.tail(); seq <= ring.head(); seq++) {
            assertTrue(ring.holds(seq));
            assertSame(all.get(seq), ring.get(seq));
            bytes += ring.get(seq).length();
        }
        var count = ring.head() - ring.tail() + 1;
        assertTrue(count <= MOST_EVENTS, count + " events");
        assertTrue(bytes <= MOST_BYTES || count == 1, bytes + " bytes");
    }
}
