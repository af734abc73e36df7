package org.hostelchat.ops;

import static org.hostelchat.ops.TwoNodes.PATIENCE;
import static org.hostelchat.ops.TwoNodes.at;
import static org.hostelchat.ops.TwoNodes.awaitMetric;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hostelchat.support.Api;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers over one PostgreSQL database, with the data grid between them; a third one knows of the database alone. */
class NodesIT {

    private static final long COMMON = 1;

    private static TwoNodes nodes;
    private static HostelServer first;
    private static HostelServer second;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes();
        first = nodes.first;
        second = nodes.second;
    }

    @AfterAll
    static void end() {
        if (nodes != null) nodes.close();
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
                assertEquals(
                        1L, nodes.postgres.count("select count(*) from messages where body = 'stored before the end'"));
                his.await("presence", frame -> isIn(frame, asha));
            }
        } finally {
            second.restart();
            nodes.awaitNodes(2);
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
        try (var deaf = HostelServer.with().over(nodes.postgres).start()) {
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
        nodes.awaitNodes(2);
    }

    /** As while nodes are replaced one by one: the first new one has migrated the database. */
    @Test
    void nodesGoOnWhenTheDatabaseIsNewerAndAnotherOneIsRefused() throws SQLException {
        var asha = first.residents().student("Asha");
        try (var newer = new NewerSchema(nodes.postgres);
                var here = asha.online();
                var there = onSecond(asha)) {
            there.hello();
            for (var i = 0; i < 12; i++) {
                // Often enough for the driver to prepare the statements at the database.
                var said = UUID.randomUUID().toString();
                (i % 2 == 0 ? here : there).post(COMMON, said);
                here.awaitSaid(COMMON, said);
                there.awaitSaid(COMMON, said);
            }
            for (var node : List.of(first, second)) {
                node.residents().student("Ravi").online().close();
                var notice = Api.json("title", "Water", "text", "None tomorrow.");
                node.operator().post("/api/notices", notice).expect(201);
                at(node, asha).get("/api/rooms/1/history").expect(200);
                at(node, asha).get("/api/search?text=water").expect(200);
            }
            newer.assertRefused();
        }
    }

    @Test
    void whoIsRemovedOnOneNodeStoresNothingMoreOnTheOther() {
        var maker = first.residents().student("Maker");
        var members = IntStream.range(0, 6)
                .mapToObj(i -> first.residents().student("Member " + i))
                .toList();
        var ids = Json.createArrayBuilder();
        members.forEach(member -> ids.add(member.id()));
        var room = maker.api()
                .post("/api/rooms", Api.json("name", "Tea", "kind", "GROUP", "people", ids.build()))
                .expect(201)
                .json()
                .getInt("id");
        var posters = members.stream()
                .map(member -> new PersistentPoster(at(second, member), room))
                .toList();
        for (var i = 0; i < members.size(); i++) {
            posters.get(i).awaitStored(3 + i);
            maker.api()
                    .delete("/api/rooms/" + room + "/members/" + members.get(i).id())
                    .expect(204);
            posters.get(i).wasRemoved();
        }
        var stored = 0L;
        for (var poster : posters) {
            assertEquals(List.of(), poster.end());
            stored += poster.stored();
        }
        assertEquals(stored, nodes.postgres.count("select count(*) from messages where room_id = " + room));
    }

    @Test
    void oneNodeDoesTheUpkeep() {
        Pause.until("one does it", PATIENCE, () -> upkeep(first) + upkeep(second) == 1);
    }

    private static int upkeep(HostelServer node) {
        return TwoNodes.has(node, "hostel_upkeep", 1) ? 1 : 0;
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
            socket.connect(new InetSocketAddress(host, nodes.gridPort), (int)
                    Duration.ofSeconds(5).toMillis());
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
