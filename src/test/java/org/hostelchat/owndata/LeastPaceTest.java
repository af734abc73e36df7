package org.hostelchat.owndata;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How slowly a copy may be taken in. */
class LeastPaceTest {

    private static final byte[] BYTES = new byte[8 * 1024];

    private long now;

    /** Of somebody who takes in so many bytes a second. */
    private LeastPace reader(long pace) {
        return new LeastPace(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        now += Duration.ofSeconds(1).toNanos() / pace;
                    }

                    @Override
                    public void write(byte[] from, int offset, int length) {
                        now += Duration.ofSeconds(1).toNanos() / pace * length;
                    }
                },
                () -> now);
    }

    @Test
    void whoReadsFastEnoughGetsAllOfIt() throws IOException {
        var out = reader(LeastPace.LEAST + 1);
        for (var i = 0; i < 100_000; i++) out.write(BYTES);
    }

    @Test
    void whatTheServerNeedsItselfDoesNotCount() throws IOException {
        var out = reader(10_000_000);
        for (var i = 0; i < 100; i++) {
            now += Duration.ofMinutes(5).toNanos();
            out.write(BYTES);
        }
    }

    @Test
    void whoReadsByteByByteIsGivenUpSoonAfterAMinute() {
        var out = reader(1_000);
        assertThrows(IOException.class, () -> {
            while (true) out.write(BYTES);
        });
        assertTrue(now < Duration.ofSeconds(90).toNanos(), () -> Duration.ofNanos(now)
                .toString());
    }
}
