package org.hostelchat.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hostelchat.launch.Options.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void aFlagWinsOverTheEnvironmentAndThatOverTheDefault() {
        var options = Options.of(
                List.of("--port", "81", "--data=छात्रावास", "--", "--port", "82"),
                Map.of("HOSTEL_PORT", "80", "HOSTEL_ADDRESS", "127.0.0.1", "HOSTEL_DATA", "x"));
        assertEquals(81, options.port(Flag.PORT));
        assertEquals("127.0.0.1", options.get(Flag.ADDRESS));
        assertEquals("छात्रावास", options.get(Flag.DATA));
        assertFalse(options.hasTls());
        assertEquals(List.of("--port", "82"), options.further());
        assertEquals(8080, Options.of(List.of(), Map.of("HOSTEL_PORT", " ")).port(Flag.PORT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--prot 80",
                "--port",
                "--port 0",
                "--port 65536",
                "--port 8o",
                "--port=",
                "80",
                "--port 443 --tls-port 443",
                "--tls-port x",
                "--data ????\uFFFD"
            })
    void whatIsNotUnderstoodIsRefused(String words) {
        assertThrows(WrongUse.class, () -> Options.of(List.of(words.split(" ", -1)), Map.of()));
    }

    @Test
    void withTlsTheHttpPortIsOnLoopbackToo() {
        var everywhere = Listeners.of(Options.of(List.of("--tls-port", "8443"), Map.of()));
        assertTrue(everywhere.http().isEverywhere());
        assertEquals(List.of(), everywhere.commands());
        var one = Listeners.of(Options.of(List.of("--tls-port", "8443", "--address", "192.0.2.7"), Map.of()));
        assertEquals("127.0.0.1", one.http().address());
        assertEquals("192.0.2.7", one.https().address());
        assertTrue(one.commands().get(0).contains("--address 192.0.2.7 --listenerport 8080"), one.toString());
    }
}
