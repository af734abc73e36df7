package org.hostelchat.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    private static final TrustedProxies NONE = new TrustedProxies("");
    private static final TrustedProxies SOME = new TrustedProxies("10.1.0.0/16, 127.0.0.1 ::1");

    @Test
    void nobodyIsBelievedWhoIsNotTrusted() {
        var request = FakeRequest.of("GET", "/")
                .from("192.0.2.7")
                .header("X-Forwarded-For", "198.51.100.1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .build();
        for (var proxies : new TrustedProxies[] {NONE, SOME}) {
            var origin = Origin.of(request, proxies);
            assertEquals("192.0.2.7", origin.address());
            assertFalse(origin.secure());
            assertEquals("chat.hostel:8080", origin.host());
        }
    }

    @Test
    void aTrustedProxyTellsWhoAsked() {
        var origin = Origin.of(
                FakeRequest.of("GET", "/")
                        .from("10.1.2.3")
                        .header("X-Forwarded-For", "203.0.113.66, 198.51.100.1, 10.1.9.9")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "chat.example")
                        .build(),
                SOME);
        assertEquals("198.51.100.1", origin.address(), "what stands before it, the client may have made up");
        assertTrue(origin.secure());
        assertEquals("chat.example", origin.host());
    }

    @Test
    void severalProxiesWriteOneListInSeveralHeaders() {
        var origin = Origin.of(
                FakeRequest.of("GET", "/")
                        .from("10.1.2.3")
                        .header("X-Forwarded-For", "203.0.113.66", "198.51.100.1", "10.1.9.9")
                        .build(),
                SOME);
        assertEquals("198.51.100.1", origin.address(), "the first header is what the client may have sent itself");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1:4711, 198.51.100.1",
        "[2001:db8::1]:4711, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "2001:DB8::0001, 2001:db8:0:0:0:0:0:1",
        "'\"[2001:db8::1]:4711\"', 2001:db8:0:0:0:0:0:1",
        "::ffff:198.51.100.1, 198.51.100.1",
        "' 198.51.100.1 ', 198.51.100.1",
        "'198.51.100.1, 10.1.9.9:80', 198.51.100.1",
        "'198.51.100.1, , [::1]:80', 198.51.100.1",
        "unknown, 10.1.2.3",
        "_hidden, 10.1.2.3",
        "198.51.100.999, 10.1.2.3",
        "'', 10.1.2.3"
    })
    void anAddressIsTheSameHoweverAProxyWritesIt(String header, String address) {
        assertEquals(address, behindProxy("X-Forwarded-For", header).address());
    }

    @ParameterizedTest
    @CsvSource({
        "https, true",
        "HTTPS, true",
        "wss, true",
        "http, false",
        "'', false",
        "httpsx, false",
        "'https, http', true",
        "'https,https', true",
        "'http, https', false",
        "' https , http', true"
    })
    void ofSeveralSchemesTheClientsCounts(String header, boolean secure) {
        assertEquals(secure, behindProxy("X-Forwarded-Proto", header).secure());
    }

    @ParameterizedTest
    @CsvSource({
        "'chat.example, inner.example:8080', chat.example",
        "'chat.example:8443,inner', chat.example:8443",
        "'[2001:db8::1]:8443, inner', [2001:db8::1]:8443",
        "'', chat.hostel:8080",
        "'a b', chat.hostel:8080",
        "http://chat.example, chat.hostel:8080"
    })
    void ofSeveralHostsTheClientsCounts(String header, String host) {
        assertEquals(host, behindProxy("X-Forwarded-Host", header).host());
    }

    @Test
    void headersOfSeveralLinesAreOneListToo() {
        var origin = Origin.of(
                FakeRequest.of("GET", "/")
                        .from("10.1.2.3")
                        .header("X-Forwarded-Proto", "https", "http")
                        .header("X-Forwarded-Host", "chat.example", "inner.example")
                        .build(),
                SOME);
        assertTrue(origin.secure());
        assertEquals("chat.example", origin.host());
    }

    @Test
    void whatTheClientSentAlongIsNotTakenForTheProxysWord() {
        var origin = Origin.of(
                FakeRequest.of("GET", "/")
                        .from("10.1.2.3")
                        .header("X-Forwarded-For", "203.0.113.66, 198.51.100.1, 10.1.9.9")
                        .header("X-Forwarded-Proto", "https, http, http")
                        .header("X-Forwarded-Host", "evil.example, chat.example, inner.example")
                        .build(),
                SOME);
        assertEquals("198.51.100.1", origin.address());
        assertFalse(origin.secure());
        assertEquals("chat.example", origin.host());
    }

    private static Origin behindProxy(String name, String value) {
        return Origin.of(
                FakeRequest.of("GET", "/").from("10.1.2.3").header(name, value).build(), SOME);
    }

    @Test
    void whoeverSitsAtTheServerIsLocal() {
        for (var address : new String[] {"127.0.0.1", "127.0.0.9", "::1", "0:0:0:0:0:0:0:1"}) {
            assertTrue(
                    Origin.of(FakeRequest.of("GET", "/").from(address).build(), NONE)
                            .local(),
                    address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Proto", "X-Forwarded-Host"})
    void whatAProxyPassedOnIsNotLocal(String header) {
        var request = FakeRequest.of("GET", "/")
                .from("127.0.0.1")
                .header(header, "127.0.0.1")
                .build();
        assertFalse(Origin.of(request, NONE).local());
    }

    @Test
    void nothingThroughATrustedProxyIsLocalButTheCommandLineBesideItIs() {
        assertTrue(Origin.of(FakeRequest.of("GET", "/").from("127.0.0.1").build(), SOME)
                .local());
        assertFalse(Origin.of(
                        FakeRequest.of("GET", "/")
                                .from("127.0.0.1")
                                .header("X-Forwarded-For", "127.0.0.1")
                                .build(),
                        SOME)
                .local());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://chat.hostel:8080", "HTTP://Chat.Hostel:8080", "https://chat.hostel:8080"})
    void ourOwnPagesAreTheSameOrigin(String header) {
        assertTrue(Origin.of(FakeRequest.of("GET", "/").build(), NONE).isSameAs(header), header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://chat.hostel",
                "http://chat.hostel:80801",
                "http://evil.example",
                "http://chat.hostel:8080.evil.example",
                "http://evil.example#chat.hostel:8080",
                "chat.hostel:8080",
                "ftp://chat.hostel:8080"
            })
    void othersAreNot(String header) {
        assertFalse(Origin.of(FakeRequest.of("GET", "/").build(), NONE).isSameAs(header), header);
    }

    @Test
    void withTlsAPageWithoutIsAForeignOne() {
        var origin = Origin.of(
                FakeRequest.of("GET", "/")
                        .withTls()
                        .header("Host", "chat.hostel")
                        .build(),
                NONE);
        assertTrue(origin.isSameAs("https://chat.hostel"));
        assertTrue(origin.isSameAs("https://chat.hostel:443"));
        assertFalse(origin.isSameAs("http://chat.hostel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0/8",
                "::1/129",
                "1",
                "10.0.0.1/x",
                "*",
                "10.0.0.1:80",
                "[::1]:80",
                "a:b"
            })
    void aWrongSettingIsRefused(String setting) {
        assertThrows(IllegalArgumentException.class, () -> new TrustedProxies(setting));
    }
}
