package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hostelchat.support.Api;
import org.hostelchat.support.FreePorts;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.hostelchat.support.PostgresCluster;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers over one PostgreSQL database, with the data grid between them; a third one knows of the database alone. */
class NodesIT {

    private static final long COMMON = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static PostgresCluster postgres;
    private static int gridPort;
    private static HostelServer first;
    private static HostelServer second;

    @BeforeAll
    static void start() {
        postgres = PostgresCluster.open();
        gridPort = FreePorts.next();
        var other = FreePorts.next();
        var members = "127.0.0.1:" + gridPort + ",127.0.0.1:" + other;
        first = node(members, gridPort);
        second = node(members, other);
        awaitNodes(2);
    }

    private static HostelServer node(String members, int port) {
        return HostelServer.with()
                .over(postgres)
                .flag("--members", members, "--cluster-port", "" + port, "--cluster-interface", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void end() {
        if (second != null) second.close();
        if (first != null) first.close();
        if (postgres != null) postgres.close();
    }

    private static void awaitNodes(int count) {
        for (var node : List.of(first, second)) awaitMetric(node, "hostel_nodes", count);
    }

    private static void awaitMetric(HostelServer node, String name, int value) {
        Pause.until(name + " is " + value, PATIENCE, () -> node.operator()
                .get("/metrics")
                .expect(200)
                .body()
                .lines()
                .anyMatch(line -> line.startsWith(name) && line.endsWith(" " + value + ".0")));
    }

    /** A person's session of the first node, used at another one. */
    private static Api at(HostelServer node, Person person) {
        var api = new Api(node.url());
        person.api().cookieJar().forEach(api::cookie);
        return api;
    }

    private static LiveClient onSecond(Person person) {
        return LiveClient.open(at(second, person));
    }

    @Test
    void whatIsSaidOnEitherNodeIsOneConversationOnBoth() {
        var asha = first.residents().student("आशा");
        var ravi = first.residents().student("ரவி");
        try (var here = asha.online();
                var there = onSecond(ravi)) {
            there.hello();
            var words = IntStream.range(0, 60)
                    .mapToObj(i -> i + " " + UUID.randomUUID())
                    .toList();
            for (var i = 0; i < words.size(); i++) (i % 2 == 0 ? here : there).post(COMMON, words.get(i));
            for (var client : List.of(here, there)) {
                Pause.until("all are there", PATIENCE, () -> said(client, words).size() >= words.size());
            }
            assertEquals(words.size(), said(here, words).size());
            assertEquals(said(here, words), said(there, words));
            assertContiguous(here);
            assertContiguous(there);
        }
    }

    private static List<String> said(LiveClient client, List<String> words) {
        return client.events(COMMON).stream()
                .map(event -> event.getString("body", ""))
                .filter(words::contains)
                .toList();
    }

    private static void assertContiguous(LiveClient client) {
        var numbers =
                client.events(COMMON).stream().map(event -> event.getInt("seq")).toList();
        assertEquals(
                IntStream.range(0, numbers.size())
                        .mapToObj(i -> numbers.get(0) + i)
                        .toList(),
                numbers);
    }

    @Test
    void whatAnOfficialDoesOnOneNodeHoldsOnTheOther() {
        var warden = first.residents().admin("Warden").api();
        var meera = first.residents().student("Meera");
        try (var there = onSecond(meera)) {
            there.hello();
            var notice = warden.post("/api/notices", Api.json("title", "पानी", "text", "कल नहीं आएगा।"))
                    .expect(201)
                    .json()
                    .getInt("id");
            there.await("notice", frame -> frame.getJsonObject("notice").getInt("id") == notice);
            warden.delete("/api/users/" + meera.enrolmentNumber().replace("/", "%2F") + "/sessions")
                    .expect(204);
            assertEquals(1008, there.awaitClose());
        }
        assertEquals(401, at(second, meera).get("/api/me").status());
    }

    @Test
    void whatIsReadOnOneNodeIsReadOnTheOtherAndTypingIsShown() {
        var asha = first.residents().student("Asha");
        var ravi = first.residents().student("Ravi");
        try (var phone = asha.online();
                var laptop = onSecond(asha);
                var his = onSecond(ravi)) {
            laptop.hello();
            his.hello();
            var seq = his.say(COMMON, "tea?");
            phone.awaitSaid(COMMON, "tea?");
            laptop.awaitSaid(COMMON, "tea?");
            phone.send(Api.json("type", "read", "room", COMMON, "seq", seq));
            laptop.await("read", frame -> frame.getInt("seq") == seq);
            phone.send(Api.json("type", "typing", "room", COMMON));
            his.await("typing", frame -> frame.getInt("by") == asha.id());
        }
    }

    @Test
    void whoseNodeIsKilledGoesOnAtTheOtherAndIsThereOnce() {
        var asha = first.residents().student("Asha");
        var ravi = first.residents().student("Ravi");
        try (var his = ravi.online()) {
            var hers = onSecond(asha);
            hers.hello();
            his.await("presence", frame -> isIn(frame, asha));
            var clientId = UUID.randomUUID().toString();
            hers.post(COMMON, clientId, "stored before the end");
            hers.await("ack");
            var held = hers.events(COMMON).isEmpty() ? his.say(COMMON, "mark") : lastOf(hers);
            second.kill();
            his.await("presence", frame -> frame.getJsonArray("gone").toString().contains("" + asha.id()));
            var meanwhile = his.say(COMMON, "while you were away");
            try (var back = asha.live()) {
                back.hello(Map.of(COMMON, held));
                // She does not know whether it was stored, and says it again.
                back.post(COMMON, clientId, "stored before the end");
                back.await("ack");
                back.awaitEvent(COMMON, event -> event.getInt("seq") == meanwhile);
                assertEquals(1L, postgres.count("select count(*) from messages where body = 'stored before the end'"));
                his.await("presence", frame -> isIn(frame, asha));
            }
        } finally {
            second.restart();
            awaitNodes(2);
        }
    }

    private static long lastOf(LiveClient client) {
        var events = client.events(COMMON);
        return events.get(events.size() - 1).getInt("seq");
    }

    private static boolean isIn(JsonObject frame, Person person) {
        return frame.getJsonArray("here").stream()
                .anyMatch(each -> each.asJsonObject().getInt("id") == person.id());
    }

    @Test
    void withoutAnyHintEventsAndChangesArriveAllTheSame() {
        try (var deaf = HostelServer.with().over(postgres).start()) {
            awaitMetric(deaf, "hostel_nodes", 3);
            var asha = first.residents().student("Asha");
            try (var here = asha.online();
                    var there = LiveClient.open(at(deaf, asha))) {
                there.hello();
                var said = UUID.randomUUID().toString();
                here.post(COMMON, said);
                there.awaitSaid(COMMON, said);
                var answered = UUID.randomUUID().toString();
                there.post(COMMON, answered);
                here.awaitSaid(COMMON, answered);
                assertContiguous(here);
            }
        }
        awaitNodes(2);
    }

    @Test
    void oneNodeDoesTheUpkeep() {
        Pause.until("one does it", PATIENCE, () -> upkeep(first) + upkeep(second) == 1);
    }

    private static int upkeep(HostelServer node) {
        return node.operator()
                        .get("/metrics")
                        .expect(200)
                        .body()
                        .lines()
                        .anyMatch(line -> line.startsWith("hostel_upkeep") && line.endsWith(" 1.0"))
                ? 1
                : 0;
    }

    @Test
    void theGridIsReachedAtItsInterfaceAlone() throws IOException {
        assertTrue(isOpen("127.0.0.1"));
        for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (var address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) assertFalse(isOpen(address.getHostAddress()), address.toString());
            }
        }
    }

    private static boolean isOpen(String host) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, gridPort), (int)
                    Duration.ofSeconds(5).toMillis());
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
