package org.hostelchat.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoopTest {

    private static final InetSocketAddress NOWHERE = InetSocketAddress.createUnresolved("nowhere.invalid", 1);

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whoWatchesALoopThatFailedIsToldWhy() throws Exception {
        var loop = new Loop(NOWHERE, null, 1);
        loop.connect(null, -1);
        var told = assertThrows(IllegalStateException.class, () -> {
            while (true) {
                loop.tally();
                Thread.sleep(10);
            }
        });
        assertInstanceOf(UnresolvedAddressException.class, told.getCause());
        assertThrows(IllegalStateException.class, () -> loop.connect(null, -1));
        assertThrows(IllegalStateException.class, loop::close);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void nothingIsPrintedBesideTheReport() throws Exception {
        var printed = new ByteArrayOutputStream();
        var console = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            var loop = new Loop(NOWHERE, null, 1);
            loop.connect(null, -1);
            assertThrows(IllegalStateException.class, () -> {
                while (true) {
                    loop.closed();
                    Thread.sleep(10);
                }
            });
        } finally {
            System.setErr(console);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }
}
