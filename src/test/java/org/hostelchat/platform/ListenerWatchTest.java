package org.hostelchat.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.hostelchat.support.Pause;
import org.junit.jupiter.api.Test;

class ListenerWatchTest {

    @Test
    void whatIsOpenStaysSoAndWhatIsClosedToo() throws IOException {
        ListenerWatch watch;
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            watch = ListenerWatch.at("0.0.0.0", Integer.toString(listener.getLocalPort()));
            assertTrue(watch.settlesOpen());
        }
        assertFalse(watch.settlesOpen());
    }

    @Test
    void whatIsClosedWhileOneLooksIsNotTakenForOpen() throws IOException {
        var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var watch = ListenerWatch.at("no.such.host.invalid", Integer.toString(listener.getLocalPort()));
        var closing = CompletableFuture.runAsync(() -> {
            Pause.millis(300);
            try {
                listener.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertFalse(watch.settlesOpen());
        closing.join();
    }
}
