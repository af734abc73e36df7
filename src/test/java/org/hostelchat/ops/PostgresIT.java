package org.hostelchat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hostelchat.support.Api;
import org.hostelchat.support.ApiResponse;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Pause;
import org.hostelchat.support.PostgresCluster;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Residents.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same WAR over PostgreSQL, by settings alone: all main functions, and the behaviour when the database is not
 * available.
 */
class PostgresIT {

    private static final long COMMON = 1;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static PostgresCluster database;
    private static HostelServer server;

    @BeforeAll
    static void open() {
        database = PostgresCluster.open();
        server = HostelServer.with().over(database).start();
    }

    @AfterAll
    static void close() {
        if (server != null) server.close();
        if (database != null) database.close();
    }

    @Test
    void keepsTheRegister() {
        var warden = server.residents().admin("Warden");
        var asha = server.residents().student("Asha Rao");
        var listed =
                warden.api().get("/api/users?text=" + asha.enrolmentNumber().toLowerCase(Locale.ROOT));
        assertEquals(asha.id(), listed.expect(200).items().getJsonObject(0).getInt("id"));
        warden.api()
                .post(
                        "/api/users",
                        Api.json("name", "Twin", "enrolmentNumber", asha.enrolmentNumber(), "role", "STUDENT"))
                .expectProblem(409, "enrolment-number-taken");
        warden.api().post(user(asha) + "/password-reset", Api.json()).expect(200);
        asha.api().get("/api/rooms").expect(401);
        warden.api()
                .patch(user(asha), Api.json("name", "Asha R.", "active", false))
                .expect(200);
        warden.api()
                .post("/api/tokens", Api.json("name", "script", "password", Residents.PASSWORD))
                .expect(201);
        warden.api().delete(user(asha)).expect(204);
        warden.api().get(user(asha)).expectProblem(404, "no-such-user");
    }

    @Test
    void keepsTheRecordInOneChainWhoeverActsAtOnce() {
        var wardens = IntStream.range(0, 4)
                .mapToObj(i -> server.residents().admin("वार्डन " + i))
                .toList();
        var asha = server.residents().student("आशा राव");
        var before = database.count("select last from audit_head");
        var acts = wardens.stream()
                .map(warden -> CompletableFuture.runAsync(() -> {
                    for (var i = 0; i < 15; i++) {
                        var api = warden.api();
                        var seq = say(api, COMMON, "delete me " + i).getInt("seq");
                        api.delete(bySeq(seq)).expect(204);
                        api.patch(user(asha), Api.json("name", "आशा " + warden.id() + " " + i))
                                .expect(200);
                        api.delete(user(asha) + "/sessions").expect(204);
                    }
                }))
                .toList();
        acts.forEach(CompletableFuture::join);
        assertEquals(before + 4 * 15 * 3, database.count("select last from audit_head"));
        var api = wardens.get(0).api();
        assertTrue(api.get("/api/audit/verification").expect(200).json().getBoolean("fits"));
        assertEquals(
                60,
                api.get("/api/audit?limit=500&what=user-renamed&on=%23" + asha.id())
                        .items()
                        .size());
        api.delete(user(asha)).expect(204);
        var verdict = api.get("/api/audit/verification").expect(200).json();
        assertTrue(verdict.getBoolean("fits"), verdict.toString());
        assertEquals(0, database.count("select count(*) from audit_entries where person_name like '%आशा%'"));
        assertEquals(
                60,
                api.get("/api/audit?limit=500&what=sessions-ended&on=%23" + asha.id())
                        .items()
                        .size(),
                "the number stays");
        assertEquals(0, api.get("/api/audit?what=no-such-act").items().size());
        assertEquals(
                wardens.get(0).id(),
                api.get("/api/audit?limit=1").items().getJsonObject(0).getInt("by"));
    }

    /** Rooms, accounts and notices lock different rows first, and wait for each other at the log's head. */
    @Test
    void changesHaveNoHolesAndAreToldInTheirOrderWhoeverActsAtOnce() {
        var wardens = IntStream.range(0, 4)
                .mapToObj(i -> server.residents().admin("वार्डन " + i))
                .toList();
        var asha = server.residents().student("ஆஷா");
        var group = "/api/rooms/"
                + wardens.get(0)
                        .api()
                        .post("/api/rooms", Api.json("name", "चाय", "kind", "OPEN"))
                        .expect(201)
                        .json()
                        .get("id");
        var before = database.count("select last from change_head");
        try (var line = asha.online()) {
            var acts = wardens.stream()
                    .map(warden -> CompletableFuture.runAsync(() -> {
                        for (var i = 0; i < 8; i++) {
                            var api = warden.api();
                            api.put(group + "/members/" + asha.id(), Api.json()).expect(204);
                            api.patch(user(asha), Api.json("name", "Asha " + warden.id() + " " + i))
                                    .expect(200);
                            var notice = api.post("/api/notices", Api.json("title", "नोटिस " + i, "text", "₹"))
                                    .expect(201)
                                    .json();
                            api.delete(group + "/members/" + asha.id()).expect(204);
                            api.delete("/api/notices/" + notice.get("id")).expect(204);
                        }
                    }))
                    .toList();
            acts.forEach(CompletableFuture::join);
            var last = database.count("select last from change_head");
            assertEquals(last - before, database.count("select count(*) from changes where seq > " + before));
            assertEquals(last, database.count("select max(seq) from changes"));
            var end = wardens.get(0)
                    .api()
                    .post("/api/notices", Api.json("title", "end", "text", "of it"))
                    .expect(201)
                    .json();
            line.await("notice", frame -> frame.getJsonObject("notice").getInt("id") == end.getInt("id"));
            var told = line.frames().stream()
                    .filter(frame -> frame.containsKey("change"))
                    .map(frame -> frame.getInt("change"))
                    .toList();
            assertEquals(told.stream().sorted().distinct().toList(), told);
            assertEquals(4 * 8 * 2 + 1, told.size(), "each notice posted, each withdrawn");
            wardens.get(0).api().delete("/api/notices/" + end.get("id")).expect(204);
        }
    }

    @Test
    void whatNoTextOfItsCanHoldIsLookedForAndNotFound() {
        var warden = server.residents().admin("Warden").api();
        for (var path : List.of(
                "/admin/users?text=%00",
                "/admin/messages?text=%00",
                "/admin/messages?author=%00",
                "/admin/record?who=%00&on=%00&what=%00",
                "/admin/user?number=%00")) {
            var status = warden.get(path).status();
            assertTrue(status == 200 || status == 404 || status == 422, path + ": " + status);
        }
    }

    @Test
    void keepsTheBoard() {
        var warden = server.residents().admin("Warden").api();
        var asha = server.residents().student("Asha").api();
        var notice = warden.post(
                        "/api/notices",
                        Api.json(
                                "title",
                                "Water",
                                "text",
                                "None from 2 to 4",
                                "acknowledge",
                                true,
                                "until",
                                "2099-12-31"))
                .expect(201)
                .json();
        var path = "/api/notices/" + notice.getInt("id");
        assertTrue(asha.get("/api/notices").expect(200).body().contains("None from 2 to 4"));
        asha.put(path + "/read", Api.json()).expect(204);
        asha.put(path + "/acknowledgement", Api.json()).expect(204);
        asha.put(path + "/acknowledgement", Api.json()).expect(204);
        var acknowledged = warden.get(path + "/acknowledgements?acknowledged=true");
        assertEquals(1, acknowledged.expect(200).items().size());
        warden.patch(path, Api.json("title", "Water again", "askAgain", true)).expect(200);
        assertEquals(
                0,
                warden.get(path + "/acknowledgements?acknowledged=true").items().size());
        asha.send("PUT", path + "/acknowledgement?version=1", null).expectProblem(409, "notice-changed");
        asha.send("PUT", path + "/acknowledgement?version=2", null).expect(204);
        assertTrue(asha.get(path).expect(200).json().getBoolean("acknowledged"));
        var list = warden.get("/admin/lists/acknowledgements.csv?show=done&id=" + notice.getInt("id"));
        assertTrue(list.expect(200).body().contains("Asha"));
        warden.delete(path).expect(204);
        asha.get(path).expect(404);
    }

    @Test
    void whatManySayAtOnceIsOneDenseOrder() {
        var people = IntStream.range(0, 4)
                .mapToObj(i -> server.residents().student("Speaker " + i).online())
                .toList();
        var first = people.get(0).say(COMMON, "before") + 1;
        for (var i = 0; i < 25; i++) for (var person : people) person.post(COMMON, "together " + i);
        var numbers = people.stream()
                .flatMap(person -> IntStream.range(0, 25)
                        .mapToObj(i -> person.await("ack", ack -> true, LIMIT).getInt("seq")))
                .sorted()
                .toList();
        var expected = IntStream.range((int) first, (int) first + 100).boxed().toList();
        assertEquals(expected, numbers);
        for (var person : people) {
            Pause.until("everybody has heard it", LIMIT, () -> heard(person).containsAll(expected));
            person.close();
        }
        assertDense();
    }

    private static List<Integer> heard(LiveClient line) {
        return line.events(COMMON).stream().map(event -> event.getInt("seq")).toList();
    }

    @Test
    void aRepeatedPostGetsTheFirstOnesAnswer() {
        var asha = server.residents().student("Asha").api();
        var place = "/api/rooms/1/messages/" + UUID.randomUUID();
        var first = asha.put(place, Api.json("body", "once")).expect(201).json();
        assertEquals(
                first, asha.put(place, Api.json("body", "once")).expect(200).json());
        asha.put(place, Api.json("body", "other words")).expectProblem(409, "client-id-used");
    }

    @Test
    void peopleMakeRoomsAndAreInThemOrNot() {
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("ரவி");
        var numbers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? asha : ravi)
                        .signIn()
                        .post("/api/rooms/direct", people(i % 2 == 0 ? ravi : asha))
                        .expect(200, 201)
                        .json()
                        .getInt("id"))
                .collect(Collectors.toSet());
        assertEquals(1, numbers.size());
        var direct = numbers.iterator().next();
        say(asha.api(), direct, "दोनों के लिए");
        assertEquals(
                1,
                ravi.api()
                        .get("/api/rooms/" + direct + "/history")
                        .expect(200)
                        .json()
                        .getJsonArray("items")
                        .size());

        var room = asha.api()
                .post("/api/rooms", Api.json("name", "Été", "kind", "OPEN", "topic", "चाय"))
                .expect(201)
                .json()
                .getInt("id");
        var found = ravi.api().get("/api/rooms/directory?text=ete").expect(200).items();
        assertEquals(1, found.getJsonObject(0).getInt("members"));
        var own = "/api/rooms/" + room + "/members/" + ravi.id();
        ravi.api().send("PUT", own, null).expect(204);
        ravi.api()
                .put("/api/rooms/" + COMMON + "/involvement", Api.json("level", "NOTHING"))
                .expect(204);
        ravi.api()
                .put("/api/rooms/" + room + "/involvement", Api.json("level", "MENTIONS"))
                .expect(204);
        say(ravi.api(), room, "मैं भी");
        assertEquals(
                2,
                asha.api()
                        .get("/api/rooms/" + room + "/members")
                        .expect(200)
                        .items()
                        .size());
        ravi.api().delete(own).expect(204);
        ravi.api().get("/api/rooms/" + room + "/messages").expectProblem(404, "no-such-room");
        assertEquals(
                0,
                ravi.api()
                        .get("/api/people?text=nobody-of-this-name")
                        .expect(200)
                        .items()
                        .size());
    }

    private static JsonObject people(Person other) {
        return Json.createObjectBuilder()
                .add("people", Json.createArrayBuilder().add(other.id()))
                .build();
    }

    @Test
    void wordsCanBeChangedTakenBackAndFound() {
        var warden = server.residents().admin("Warden").api();
        var asha = server.residents().student("Asha").api();
        for (var word : List.of("École d'Été", "चाय तैयार है", "தேநீர் தயார்")) {
            var seq = say(asha, COMMON, "not yet").getInt("seq");
            asha.patch(bySeq(seq), Api.json("body", word)).expect(200);
            var typed = URLEncoder.encode(word.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
            var found = warden.get("/api/messages?text=" + typed).expect(200).items();
            assertEquals(seq, found.getJsonObject(found.size() - 1).getInt("seq"), word);
            asha.delete(bySeq(seq)).expect(204);
            assertEquals(
                    0,
                    warden.get("/api/messages?text=" + typed)
                            .expect(200)
                            .items()
                            .size());
        }
        assertDense();
    }

    /** Whoever is erased may be saying something in one more room just then. */
    @Test
    void erasingIsOneEventInEveryRoomAndNothingIsStoredOfWhoeverIsBeingErased() throws Exception {
        var leaving = server.residents().student("Leaving");
        var staying = server.residents().student("Staying");
        say(leaving.api(), COMMON, "in the common room");
        var second = server.operator()
                .post("/api/notices", Api.json("title", "A second room", "text", "for talk"))
                .expect(201)
                .json()
                .getInt("room");
        say(leaving.api(), second, "and in another");
        CompletableFuture<ApiResponse> erased;
        try (var other = database.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update rooms set last_seq = last_seq where id = 1");
            erased = CompletableFuture.supplyAsync(() -> server.operator().delete(user(leaving)));
            Pause.until(
                    "the erasure waits for the common room",
                    LIMIT,
                    () -> database.count(
                                    "select count(*) from pg_stat_activity where usename = 'hostel' and wait_event_type = 'Lock'")
                            > 0);
            // Nobody waits for the erasure, not even in the batch in which the other one posts.
            leaving.api()
                    .put("/api/rooms/" + second + "/messages/" + UUID.randomUUID(), Api.json("body", "and at last"))
                    .expect(401);
            say(staying.api(), second, "to the others");
            other.rollback();
        }
        erased.get().expect(204);
        assertEquals(
                2, database.count("select count(*) from messages where kind = 'ERASED' and target = " + leaving.id()));
        assertEquals(
                0,
                database.count(
                        "select count(*) from messages where body in ('in the common room', 'and in another', 'and at last')"));
        assertDense();
    }

    @Test
    void aRestartedServerGoesOnWhereItStopped() {
        var asha = server.residents().student("Asha");
        long held;
        String epoch;
        try (var line = asha.live()) {
            epoch = line.hello().getString("epoch");
            held = line.say(COMMON, "before the restart");
        }
        say(asha.api(), COMMON, "the last before it");
        server.restart();
        try (var line = asha.live()) {
            assertEquals(epoch, line.hello(Map.of(COMMON, held)).getString("epoch"));
            line.awaitSaid(COMMON, "the last before it");
            assertEquals(held + 2, line.say(COMMON, "after it"));
        }
    }

    @Test
    void whileTheDatabaseIsGonePostsAreRefusedAndAllThatWasAcknowledgedIsThereAfterwards() {
        var asha = server.residents().student("Asha");
        var acknowledged = new ArrayList<String>();
        try (var line = asha.online()) {
            for (var i = 0; i < 100; i++) line.post(COMMON, "into the crash " + i);
            acknowledged.add(line.await("ack", ack -> true, LIMIT).getString("clientId"));
            database.crash();

            line.post(COMMON, "while it is gone");
            var problem = line.await("refused", frame -> true, LIMIT).getJsonObject("problem");
            assertEquals(503, problem.getInt("status"), problem.toString());
            assertTrue(problem.getInt("retryAfter") >= 1);
            asha.api().get("/api/rooms/1/messages").expectProblem(503, "unavailable");
            asha.api().get("/chat").expect(503);
            Pause.until("the health check says so", LIMIT, () -> health() == 503);

            database.start();
            Pause.until("it has recovered", LIMIT, () -> health() == 200);
            Pause.until("one can post again", LIMIT, () -> {
                var place = "/api/rooms/1/messages/" + UUID.randomUUID();
                return asha.api().put(place, Api.json("body", "it is back")).status() == 201;
            });
            line.awaitEvent(COMMON, event -> event.getString("body", "").equals("it is back"));
            line.frames().stream()
                    .filter(frame -> frame.getString("type").equals("ack"))
                    .forEach(ack -> acknowledged.add(ack.getString("clientId")));
        }
        for (var id : acknowledged) {
            assertEquals(1, database.count("select count(*) from messages where client_id = '" + id + "'"));
        }
        assertDense();
    }

    @Test
    void aDatabaseThatAnswersNothingSilencesNobodysPulse() {
        var asha = server.residents().student("Asha");
        try (var line = asha.online()) {
            var seq = line.say(COMMON, "before it froze");
            // So that there is something to be stored regularly.
            line.send(Api.json("type", "read", "room", COMMON, "seq", seq));
            database.freeze();
            try {
                line.post(COMMON, "into the void");
                for (var beat = 0; beat < 3; beat++) line.await("beat", frame -> true, LIMIT);
                Pause.until("the health check says so", LIMIT, () -> health() == 503);
                line.await("refused", frame -> true, LIMIT);
            } finally {
                database.thaw();
            }
            Pause.until("it has recovered", LIMIT, () -> health() == 200);
        }
        assertDense();
    }

    private static JsonObject say(Api who, long room, String body) {
        return who.put("/api/rooms/" + room + "/messages/" + UUID.randomUUID(), Api.json("body", body))
                .expect(201)
                .json();
    }

    private static String user(Person person) {
        return "/api/users/" + person.enrolmentNumber();
    }

    private static String bySeq(long seq) {
        return "/api/rooms/1/messages/by-seq/" + seq;
    }

    private static int health() {
        return server.api().get("/health").status();
    }

    /** Every number of every room is there once, up to the one that the room holds to be its last. */
    private static void assertDense() {
        assertEquals(
                0,
                database.count("select count(*) from rooms r where r.last_seq <>"
                        + " (select count(*) from messages m where m.room_id = r.id and m.seq between 1 and r.last_seq)"
                        + " or exists (select 1 from messages m where m.room_id = r.id and m.seq > r.last_seq)"));
    }
}
