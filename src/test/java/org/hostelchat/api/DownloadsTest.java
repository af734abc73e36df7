package org.hostelchat.api;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;

class DownloadsTest {

    private final Downloads downloads = new Downloads();

    @Test
    void onePersonLeavesRoomForTheOthers() {
        for (var i = 0; i < 12; i++) downloads.begin(1);
        assertThrows(Refusal.Unavailable.class, () -> downloads.begin(1));
        downloads.check(2);
        downloads.end(1);
        downloads.begin(1);
        assertThrows(Refusal.Unavailable.class, () -> downloads.check(1));
    }

    @Test
    void allTogetherHaveALimit() {
        for (var i = 0; i < 150; i++) downloads.begin(i);
        assertThrows(Refusal.Unavailable.class, () -> downloads.begin(1000));
        downloads.end(7);
        downloads.begin(1000);
    }
}
