package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.FreePorts;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Sockets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * TLS by the server itself, as docs/operations.md describes it. The server listens on another address than the one that
 * the command line tries, as on a machine with several: the HTTP port is then open on both.
 */
class TlsIT {

    private static final String OUTSIDE = "127.0.0.2";
    private static final String PASSWORD = "quote \" backslash \\ blank";

    @TempDir
    private static Path temp;

    private static HostelServer server;
    private static SSLContext trust;
    private static int port;

    @BeforeAll
    static void open() throws Exception {
        Path keystore = temp.resolve("hostel key.p12");
        Files.writeString(Path.of(keystore + ".password"), PASSWORD + "\n");
        selfSigned(keystore, "hostel");
        trust = trust(keystore);
        port = FreePorts.next();
        server = HostelServer.with()
                .flag("--address", OUTSIDE)
                .flag("--tls-port", Integer.toString(port), "--tls-keystore", keystore.toString())
                .start();
    }

    @AfterAll
    static void close() {
        if (server != null) server.close();
    }

    @Test
    void thePagesComeByTlsAndTellBrowsersToStayWithIt() {
        ApiResponse login = https().get("/login").expect(200);
        assertTrue(login.body().contains("type=\"password\""), login.body());
        assertTrue(login.header("Strict-Transport-Security").matches("max-age=\\d{7,}.*"));
        assertEquals("same-origin", login.header("Cross-Origin-Opener-Policy"));
        assertTrue(login.header("Content-Security-Policy").contains(" wss://" + OUTSIDE + ":" + port + ";"));
        assertEquals(List.of(), login.headers("Server"));
        https().get("/health").expect(200);
    }

    @Test
    void theSessionCookieIsForTlsAndThisHostAlone() {
        Residents.Person asha = server.residents().student("Asha");
        Api browser = https();
        ApiResponse answer = browser.post(
                        "/api/session", Api.json("login", asha.enrolmentNumber(), "password", asha.password()))
                .expect(200);
        String cookie = answer.header("Set-Cookie");
        assertTrue(cookie.matches("__Host-hostel_session=[\\w-]{43}; .*"), cookie);
        assertEquals(
                Set.of("Path=/", "Secure", "HttpOnly", "SameSite=Lax"),
                Set.copyOf(List.of(cookie.split("; ")).subList(1, 5)),
                cookie);
        browser.get("/api/me").expect(200);
        browser.get("/chat").expect(200);
        browser.header("Origin", server.url().toString()).delete("/api/session").expectProblem(403, "foreign-origin");
        browser.header("Origin", origin().toString()).delete("/api/session").expect(204);
        assertTrue(browser.cookieJar().isEmpty(), "taken back under the same name");
    }

    @Test
    void theSocketWorksByTls() {
        Residents.Person asha = server.residents().student("Asha");
        Api browser = https().signIn(asha.enrolmentNumber(), asha.password());
        try (LiveClient client = LiveClient.open(browser)) {
            assertEquals("hostel.v1", client.subprotocol());
            assertEquals(asha.name(), client.hello().getJsonObject("me").getString("name"));
            client.say(1, "by TLS");
            assertEquals("by TLS", client.awaitSaid(1, "by TLS").getString("body"));
        }
        assertEquals(403, LiveClient.handshake(browser.header("Origin", "https://evil.example")));
        assertEquals(403, LiveClient.handshake(browser.header("Origin", "http://" + OUTSIDE + ":" + port)));
    }

    @Test
    void itSpeaksHttp1AndNoCipherOfOldTimes() throws Exception {
        try (SSLSocket modern = connect("TLSv1.3")) {
            SSLParameters offer = modern.getSSLParameters();
            offer.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            modern.setSSLParameters(offer);
            modern.startHandshake();
            assertNotEquals("h2", modern.getApplicationProtocol());
        }
        try (SSLSocket older = connect("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")) {
            older.startHandshake();
        }
        for (String cipher : List.of(
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA")) {
            try (SSLSocket old = connect("TLSv1.2", cipher)) {
                assertThrows(SSLException.class, old::startHandshake, cipher);
            }
        }
    }

    private static SSLSocket connect(String version, String... ciphers) throws IOException {
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(OUTSIDE, port);
        socket.setSoTimeout(30_000);
        socket.setEnabledProtocols(new String[] {version});
        if (ciphers.length > 0) socket.setEnabledCipherSuites(ciphers);
        return socket;
    }

    @Test
    void httpLeadsToHttpsAndServesThisMachineOnly() throws IOException {
        server.awaitHealthy();
        server.residents().student("Served by the command line's way");
        String led = raw("GET /chat?room=1 HTTP/1.1", "Host: chat.hostel:" + server.port());
        assertTrue(led.startsWith("HTTP/1.1 301 "), led);
        assertTrue(led.contains("\r\nLocation: https://chat.hostel:" + port + "/chat?room=1\r\n"), led);
        for (String line : List.of("GET /api/me HTTP/1.1", "POST /login HTTP/1.1", "GET /metrics HTTP/1.1")) {
            String told = raw(line, "Host: " + OUTSIDE + ".nip.example");
            assertTrue(told.startsWith("HTTP/1.1 403 ") && told.contains("tls-needed"), told);
        }
        String forwarded = raw("GET /api/me HTTP/1.1", "Host: localhost\r\nX-Forwarded-For: 192.0.2.7");
        assertTrue(forwarded.contains("tls-needed"), "not by way of a proxy: " + forwarded);
        if (!Sockets.known()) return;
        assertEquals(Set.of("tcp:" + server.port(), "tcp:" + port), Sockets.listening(server.pid()));
    }

    private static String raw(String line, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            String request = line + "\r\n" + headers + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void nobodyReadsTheKeystoresPasswordFromTheProcessList() throws IOException {
        Path commandLine = Path.of("/proc/" + server.pid() + "/cmdline");
        if (!Files.exists(commandLine)) return;
        assertFalse(Files.readString(commandLine).contains("backslash"));
        assertFalse(server.log().text().contains("backslash"));
    }

    @Test
    void aKeystoreWithoutTheHostelsEntryIsRefusedWithOneClearLine() throws Exception {
        Path other = temp.resolve("other.p12");
        Files.writeString(Path.of(other + ".password"), PASSWORD + "\n");
        selfSigned(other, "somebody-else");
        try (HostelServer refused = HostelServer.with()
                .flag("--tls-port", Integer.toString(FreePorts.next()), "--tls-keystore", other.toString())
                .launch()) {
            assertEquals(2, refused.awaitExit(Duration.ofMinutes(1)));
            assertTrue(
                    refused.log().text().contains("no entry named 'hostel'"),
                    refused.log().text());
        }
    }

    private static Api https() {
        return new Api(origin(), trust);
    }

    private static URI origin() {
        return URI.create("https://" + OUTSIDE + ":" + port);
    }

    private static void selfSigned(Path keystore, String alias) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-alias",
                        alias,
                        "-dname",
                        "CN=chat.hostel",
                        "-ext",
                        "san=ip:" + OUTSIDE,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass:file",
                        keystore + ".password")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(keytool.waitFor(1, TimeUnit.MINUTES), said);
        assertEquals(0, keytool.exitValue(), said);
    }

    private static SSLContext trust(Path keystore) throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("hostel", own.getCertificate("hostel"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
