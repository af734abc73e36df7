package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.BuildOutput;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.OutboundRequestRecorder;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Sockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchIT {

    private static final Duration TO_REFUSE = Duration.ofMinutes(4);

    @TempDir
    private Path temp;

    @Test
    void comesUpInAPrivateFolderAsksNobodyAndGoesWhenTold() throws IOException {
        try (OutboundRequestRecorder outside = new OutboundRequestRecorder();
                HostelServer server = HostelServer.with()
                        .jvm(HostelServer.QUICK_JVM + outside.jvmFlags())
                        .start()) {
            ApiResponse front = server.api().get("/").expect(302, 303);
            assertTrue(front.header("Location").endsWith("/setup"), "no admin yet: " + front.header("Location"));
            server.awaitHealthy();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(server.data())));
            assertEquals("rw-------", mode(server.data().resolve("operator.key")));
            assertEquals("rw-------", mode(server.data().resolve("setup.key")));
            assertTrue(
                    server.log()
                            .text()
                            .lines()
                            .anyMatch(line -> line.matches("[\\d-]{10} [\\d:]{8}\\.\\d{3}[+-]\\d{4} [A-Z]+ +\\[.*")),
                    "a time without its offset is two times in the night when clocks are put back");

            // The server's own call home comes some seconds after it is ready.
            Pause.millis(10_000);
            if (Sockets.known()) {
                assertEquals(Set.of("tcp:" + server.port()), Sockets.listening(server.pid()));
                assertEquals(Set.of(), Sockets.abroad(server.pid()));
            }
            assertEquals(143, server.stop(), "128 + SIGTERM");
            assertEquals(List.of(), outside.heard());
        }
    }

    @Test
    void compressesHidesItselfAndTakesSlashes() {
        try (HostelServer server = HostelServer.with().start()) {
            assertAnswersWell(server);
        }
    }

    @Test
    void doesTheSameWhenTheServerIsStartedWithoutOurScript() {
        try (HostelServer server = HostelServer.with().bare().start()) {
            server.awaitHealthy();
            assertAnswersWell(server);
            Person asha = server.residents().student("Asha");
            asha.api()
                    .put("/api/rooms/1/messages/" + UUID.randomUUID(), Api.json("body", "Anybody there?"))
                    .expect(201);
            ApiResponse page = asha.api().get("/api/rooms/1/messages").expect(200);
            assertTrue(page.body().contains("Anybody there?"));
        }
    }

    private static void assertAnswersWell(HostelServer server) {
        ApiResponse login =
                server.api().header("Accept-Encoding", "gzip").get("/login").expect(200);
        assertEquals("gzip", login.header("Content-Encoding"));
        assertEquals(List.of(), login.headers("Server"));
        assertEquals(List.of(), login.headers("X-Powered-By"));
        server.operator().get("/api/users/21%2FCS%2F042").expectProblem(404, "no-such-user");
        assertEquals(HttpClient.Version.HTTP_1_1, spoken(server), "asked to go over to HTTP/2, it stays as it is");
        assertFalse(RawHttp2.isSpokenAt(server.port()), "nor does it speak HTTP/2 to whoever begins with it");
    }

    private static HttpClient.Version spoken(HostelServer server) {
        HttpRequest request =
                HttpRequest.newBuilder(server.url().resolve("/login")).build();
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_2)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .version();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWrongSettingEndsItWithOneClearLine() {
        try (HostelServer server =
                HostelServer.with().setting("hostel.flood.burst", "plenty").launch()) {
            assertNotEquals(0, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "hostel.flood.burst");
        }
    }

    @Test
    void everyScriptIsReadWhateverTheLocaleAndAFolderIsForOneServer() throws IOException {
        Path data = temp.resolve("छात्रावास");
        try (HostelServer server = HostelServer.with()
                .setting("LC_ALL", "POSIX")
                .setting("hostel.name", "गंगा छात्रावास")
                .data(data)
                .start()) {
            ApiResponse login = server.api().get("/login").expect(200);
            assertTrue(login.body().contains("गंगा छात्रावास"), login.body());
            Path address = data.resolve("server.url");
            Pause.until("its address is known", TO_REFUSE, () -> Files.exists(address));
            assertEquals(server.url() + "\n", Files.readString(address));

            String key = Files.readString(data.resolve("operator.key"));
            try (HostelServer second = HostelServer.with().data(data).launch()) {
                assertEquals(69, second.awaitExit(TO_REFUSE));
                assertOneLine(second, "process " + server.pid());
            }
            assertEquals(key, Files.readString(data.resolve("operator.key")), "the first one's");
            server.kill();
            server.restart();
            server.stop();
            assertFalse(Files.exists(address), "nobody is to look for it there");
        }
    }

    @Test
    void aPortInUseEndsIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HostelServer server = HostelServer.with()
                        .flag("--port", Integer.toString(other.getLocalPort()))
                        .launch()) {
            assertEquals(69, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "port " + other.getLocalPort());
        }
    }

    @Test
    void aHeapThatIsTooSmallEndsIt() {
        try (HostelServer server = HostelServer.with().jvm("-Xmx64m").launch()) {
            assertEquals(78, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "heap");
        }
    }

    @Test
    void anotherPlaceThanTheRootEndsIt() {
        try (HostelServer server =
                HostelServer.with().flag("--", "--contextroot", "/chat").launch()) {
            assertEquals(78, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "/chat");
        }
    }

    @Test
    void aServerThatComesUpWithoutTheHostelEndsItself() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("nothing to deploy"));
        try (HostelServer server = HostelServer.with()
                .flag("--", "--no-such-option", empty.toString())
                .launch()) {
            assertEquals(70, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "hostel");
        }
    }

    @Test
    void whatTakesTooLongEndsItself() {
        try (HostelServer server =
                HostelServer.with().setting("hostel.start.seconds", 5).launch()) {
            assertEquals(70, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "hostel.start.seconds");
        }
    }

    @Test
    void theLauncherOpensWhatTheServersOwnManifestOpens() throws IOException {
        try (JarFile jar = new JarFile(BuildOutput.microJar().toFile());
                InputStream file = CannotStart.class.getResourceAsStream("server.args")) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            Set<String> expected = Stream.of("Add-Exports", "Add-Opens")
                    .flatMap(name -> Stream.of(manifest.getValue(name).split(" ", -1))
                            .map(what -> "--" + name.toLowerCase(Locale.ROOT) + "=" + what + "=ALL-UNNAMED"))
                    .collect(Collectors.toSet());
            String args = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    expected, args.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet()));
        }
    }

    @Test
    void aDataFolderThatCantBeMadeEndsItForGood() throws IOException {
        Path file = Files.createFile(temp.resolve("a file"));
        try (HostelServer server =
                HostelServer.with().data(file.resolve("data")).launch()) {
            assertEquals(78, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "HOSTEL_DATA");
        }
    }

    @Test
    void aDatabaseThatIsNotThereYetEndsItSoThatASupervisorTriesAgain() {
        try (HostelServer server = HostelServer.with()
                .setting("hostel.database.url", "jdbc:postgresql://127.0.0.1:1/hostel")
                .launch()) {
            assertEquals(69, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "can't be reached");
        }
    }

    @Test
    void aDatabaseThatWouldForgetWhatWasAcknowledgedIsRefused() {
        try (HostelServer server = HostelServer.with()
                .setting("hostel.database.url", "jdbc:sqlite::memory:")
                .launch()) {
            assertEquals(78, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "journal_mode");
        }
    }

    @Test
    void aDatabaseOfALaterVersionIsRefusedAndLeftAlone() throws IOException, SQLException {
        Path database = temp.resolve("hostel.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "create table flyway_schema_history (installed_rank int primary key, version varchar(50),"
                            + " description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,"
                            + " checksum int, installed_by varchar(100) not null, installed_on text not null default current_timestamp,"
                            + " execution_time int not null, success boolean not null)");
            statement.executeUpdate("insert into flyway_schema_history values"
                    + " (1, '999', 'from the future', 'SQL', 'V999__future.sql', 1, '', '2031-01-01 00:00:00', 1, 1)");
        }
        byte[] before = Files.readAllBytes(database);

        try (HostelServer server = HostelServer.with().data(temp).launch()) {
            assertNotEquals(0, server.awaitExit(TO_REFUSE));
            assertOneLine(server, "999");
        }
        assertArrayEquals(before, Files.readAllBytes(database));
    }

    private static void assertOneLine(HostelServer server, String names) {
        List<String> said = server.log()
                .text()
                .lines()
                .filter(line -> line.startsWith("hostel-chat:"))
                .toList();
        assertEquals(1, said.size(), server.log().tail(40));
        assertTrue(said.get(0).contains(names), said.get(0));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
