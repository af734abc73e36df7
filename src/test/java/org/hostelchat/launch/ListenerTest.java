package org.hostelchat.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListenerTest {

    @Test
    void aPortInUseIsNamedAndMayBeFreeLater() throws IOException {
        int port;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            var refusal = refusal(new Listener("--port", "127.0.0.1", port));
            assertTrue(refusal.getMessage().matches("--port: port " + port + " .*in use.*"), refusal.getMessage());
            assertEquals(69, refusal.exitCode());
        }
        new Listener("--port", "127.0.0.1", port).check();
    }

    @Test
    void anAddressThatIsNotOfThisMachineIsNamed() {
        assertTrue(
                refusal(new Listener("--port", "192.0.2.7", 8080)).getMessage().contains("192.0.2.7"));
        assertTrue(refusal(new Listener("--port", "no.such.host.invalid", 8080))
                .getMessage()
                .contains("no.such.host.invalid"));
    }

    private static CannotStart refusal(Listener listener) {
        return assertThrows(CannotStart.class, listener::check);
    }
}
