package org.hostelchat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.hostelchat.support.Screen;

/**
 * A reading position: a message and its distance from the timeline's upper edge. It must not move; {@code scrollTop}
 * does whenever earlier messages are added above.
 */
record ReadingPlace(Screen screen, String key, double top) {

    /** Two pixels, for what rounding to device pixels does. */
    private static final double UNMOVED = 2;

    static ReadingPlace of(Screen screen) {
        var place = (Map<?, ?>)
                screen.find("#timeline")
                        .evaluate(
                                """
                box => {
                  const edge = box.getBoundingClientRect().top;
                  const row = [...box.querySelectorAll('.message')].find(m => m.getBoundingClientRect().bottom > edge);
                  return { key: row.dataset.key, top: row.getBoundingClientRect().top - edge };
                }""");
        return new ReadingPlace(screen, (String) place.get("key"), ((Number) place.get("top")).doubleValue());
    }

    void assertKept() {
        var now = (Number) screen.find("#timeline")
                .evaluate(
                        """
                (box, key) => box.querySelector(`[data-key="${CSS.escape(key)}"]`).getBoundingClientRect().top
                  - box.getBoundingClientRect().top""",
                        key);
        assertEquals(top, now.doubleValue(), UNMOVED, "the message that was being read has moved");
    }
}
