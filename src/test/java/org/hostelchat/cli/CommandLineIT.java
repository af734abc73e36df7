package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hostelchat.support.Api;
import org.hostelchat.support.BuildOutput;
import org.hostelchat.support.EachDatabase;
import org.hostelchat.support.HostelServer;
import org.hostelchat.support.LiveClient;
import org.hostelchat.support.Residents;
import org.hostelchat.support.Residents.Person;
import org.hostelchat.support.Script;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command against the real server, as the operator on its machine. */
@EachDatabase
class CommandLineIT {
    private HostelServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void at(HostelServer shared) {
        server = shared;
    }

    private Call call() {
        return new Call()
                .with("HOSTEL_URL", server.url().toString())
                .with("HOSTEL_DATA", server.data().toString());
    }

    /** Does it and answers what it printed. */
    private String done(String... words) {
        Call call = call();
        assertEquals(Exit.DONE, call.run(words), call.err());
        return call.out();
    }

    private JsonObject json(String... words) {
        return array("[" + jsonText(words) + "]").get(0);
    }

    private List<JsonObject> list(String... words) {
        return array(jsonText(words));
    }

    private static List<JsonObject> array(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    private String jsonText(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        return done(all.toArray(String[]::new));
    }

    private String refused(String... words) {
        Call call = call();
        assertEquals(Exit.REFUSED, call.run(words), call.err());
        assertEquals("", call.out());
        assertTrue(call.err().lines().count() <= 2, call.err());
        return call.err();
    }

    private JsonObject user(String number) {
        return server.operator().get("/api/users/" + number).expect(200).json();
    }

    @Test
    void roomsAreMadeChangedFilledAndClosed() {
        var name = "क्रिकेट " + UUID.randomUUID().toString().substring(0, 6);
        var asha = server.residents().student("Asha");
        var room = String.valueOf(
                json("makeroom", "--name", name, "--topic", "Sundays").getInt("id"));
        assertTrue(refused("memberlist", "--room", "4711000").contains("room"));

        done("addmember", "--room", room, "--enrolment", asha.enrolmentNumber());
        assertEquals(asha.id(), list("memberlist", "--room", room).get(0).getInt("id"));
        var changed = json("changeroom", "--room", room, "--no-topic", "--slow", "30", "--posting", "officials");
        assertTrue(changed.isNull("topic"), changed.toString());
        assertEquals(30, changed.getInt("slow"));
        var found = list("roomlist", "--kind", "open", "--text", name.substring(2));
        assertEquals(1, found.size());
        var listed = found.get(0);
        assertEquals("OFFICIALS", listed.getString("posting"));
        assertEquals(1, listed.getInt("members"));
        done("removemember", "--room", room, "--enrolment", asha.enrolmentNumber());
        assertEquals(List.of(), list("memberlist", "--room", room));

        var closing = call().answering("yes");
        assertEquals(Exit.DONE, closing.run("closeroom", "--room", room), closing.err());
        assertTrue(closing.out().contains(name), closing.out());
        refused("closeroom", "--room", room, "--yes");
        for (var wrong : List.of(
                List.of("changeroom", "--room", "1"),
                List.of("changeroom", "--room", "one", "--slow", "3"),
                List.of("changeroom", "--room", "1", "--slow", "soon"),
                List.of("closeroom", "--room", "1"),
                List.of("makeroom", "--name", name, "--for", "wing"))) {
            var call = call();
            assertEquals(Exit.WRONG_USE, call.run(wrong.toArray(String[]::new)), call.err());
        }
        refused("closeroom", "--room", "1", "--yes");
        refused("roomlist", "--kind", "direct");
    }

    @Test
    void aRoomByTheRegisterIsMadeAndReportsAreSettled() {
        var wing = "W" + UUID.randomUUID().toString().substring(0, 6);
        var asha = server.residents().student("Asha");
        var ravi = server.residents().student("Ravi");
        server.operator()
                .patch("/api/users/" + asha.enrolmentNumber(), Api.json("wing", wing))
                .expect(200);
        var room = json("makeroom", "--name", "Wing " + wing, "--for", "wing=" + wing, "--announcement");
        var id = String.valueOf(room.getInt("id"));
        assertTrue(list("memberlist", "--room", id).stream().anyMatch(one -> one.getInt("id") == asha.id()));
        assertTrue(done("roomlist", "--kind", "audience").contains("wing=" + wing));
        refused("addmember", "--room", id, "--enrolment", ravi.enrolmentNumber());
        var nobody = call();
        var empty = "W" + UUID.randomUUID();
        assertEquals(Exit.DONE, nobody.run("makeroom", "--name", empty, "--for", "wing=" + empty), nobody.err());
        assertTrue(nobody.err().contains("no student is in it"), nobody.err());

        String said = "/api/rooms/1/messages/";
        var seq = ravi.api()
                .put(said + UUID.randomUUID(), Api.json("body", "shouting"))
                .expect(201)
                .json()
                .getInt("seq");
        asha.api()
                .put(said + "by-seq/" + seq + "/report", Api.json("why", "क्यों " + wing))
                .expect(204);
        var report = list("reportlist", "--open").stream()
                .filter(one -> one.getString("why").contains(wing))
                .findFirst()
                .orElseThrow();
        assertFalse(report.toString().contains("shouting"));
        done("settlereport", "--report", String.valueOf(report.getInt("id")));
        assertFalse(done("reportlist", "--open").contains(wing));
        assertTrue(done("reportlist").contains(wing));
        refused("settlereport", "--report", "4711000");
        done("closeroom", "--room", id, "--yes");
    }

    @Test
    void aStudentComesInWithTheInitialPasswordAndMustReplaceIt() {
        String number = "2025/CS/" + Residents.enrolment();
        JsonObject made = json("registerstudent", "--name", "आशा राव", "--enrolment", number);
        String password = made.getString("initialPassword");
        Api student = server.api().signIn(number, password);
        JsonObject me = student.get("/api/me").expect(200).json();
        assertEquals("आशा राव", me.getString("name"));
        assertEquals("STUDENT", me.getString("role"));
        assertTrue(me.getBoolean("mustChangePassword"));
    }

    @Test
    void anAdminWhoChoseTheirPasswordKeepsIt() {
        String number = Residents.enrolment();
        Call call = call().input(Residents.PASSWORD + "\n");
        assertEquals(
                Exit.DONE,
                call.run("createsuperuser", "--name", "R. Iyer", "--enrolment", number, "--password-stdin"),
                call.err());
        assertFalse(call.out().contains(Residents.PASSWORD));
        Api warden = server.api().signIn(number, Residents.PASSWORD);
        assertFalse(warden.get("/api/me").expect(200).json().getBoolean("mustChangePassword"));
        warden.get("/api/users").expect(200);
    }

    @Test
    void anAdminOrStudentWithAPasswordThatOthersKnowMustReplaceIt() {
        String admin = Residents.enrolment();
        done("createsuperuser", "--name", "Admin " + admin, "--enrolment", admin);
        assertTrue(user(admin).getBoolean("mustChangePassword"));
        String student = Residents.enrolment();
        Call call = call().input(Residents.PASSWORD);
        assertEquals(
                Exit.DONE,
                call.run("registerstudent", "--name", "Bilal", "--enrolment", student, "--password-stdin"),
                call.err());
        assertTrue(user(student).getBoolean("mustChangePassword"));
    }

    @ParameterizedTest
    @CsvSource({
        "12345, X1, Name",
        "Asha, no spaces please, Enrolment",
        "Asha, X/, Enrolment",
        "Asha, 123456789012345678901234567890123, Enrolment",
        "'a\u0007b', X2, Name"
    })
    void whatCannotBeIsRefusedByFieldAndNothingIsStored(String name, String number, String field) {
        String reason = refused("registerstudent", "--name", name, "--enrolment", number);
        assertTrue(reason.contains(field + ": "), reason);
        assertFalse(done("userlist", "--csv").contains("," + number + ","));
    }

    @Test
    void aWeakPasswordIsRefused() {
        String number = Residents.enrolment();
        Call call = call().input("password12\n");
        assertEquals(
                Exit.REFUSED,
                call.run("createsuperuser", "--name", "R. Iyer", "--enrolment", number, "--password-stdin"));
        assertTrue(call.err().contains("Password: "), call.err());
        refused("resetpassword", "--enrolment", number);
    }

    @Test
    void aNumberThatIsTakenIsRefused() {
        String number = Residents.enrolment();
        done("registerstudent", "--name", "Asha", "--enrolment", number);
        refused("registerstudent", "--name", "Bilal", "--enrolment", number.toLowerCase(Locale.ROOT));
        assertEquals("Asha", user(number).getString("name"));
    }

    @Test
    void aRollIsRegisteredOnce() throws Exception {
        String number = Residents.enrolment();
        Path roll = Files.writeString(
                folder.resolve("roll.csv"),
                "name,enrolment\n\"Rao, Asha\"," + number + "-1\nஆனந்தி குமார்," + number + "/2\n");
        JsonObject second = list("registerstudent", "--roll", roll.toString()).get(1);
        server.api().signIn(number + "/2", second.getString("initialPassword"));
        Call again = call();
        assertEquals(Exit.DONE, again.run("registerstudent", "--roll", roll.toString()), again.err());
        assertTrue(again.err().contains("0 registered, 2 already there, 0 failed"), again.err());
        Files.writeString(roll, "name,enrolment\nSomebody Else," + number + "-1\nNew One," + number + "-3\n");
        Call other = call();
        assertEquals(Exit.REFUSED, other.run("registerstudent", "--roll", roll.toString()));
        assertTrue(other.err().contains("1 registered, 0 already there, 1 failed"), other.err());
        assertEquals("Rao, Asha", user(number + "-1").getString("name"));
    }

    @Test
    void whoIsRemovedIsGoneAndTheirWordsAreTombstones() {
        Person witness = server.residents().student("Chitra");
        Person gone = server.residents().student("Devi " + UUID.randomUUID());
        long seq;
        try (LiveClient live = gone.online()) {
            seq = live.say(1, "soon nobody knows this");
            assertTrue(done("deleteuser", "--enrolment", gone.enrolmentNumber(), "--yes")
                    .contains(gone.name()));
            live.awaitClose();
        }
        JsonObject event = witness.api()
                .get("/api/rooms/1/messages?after=" + (seq - 1) + "&limit=1")
                .expect(200)
                .items()
                .getJsonObject(0);
        assertEquals("tombstone", event.getString("kind"));
        gone.api().get("/api/me").expect(401);
        refused("removestudent", "--enrolment", gone.enrolmentNumber(), "--yes");
    }

    @Test
    void removingSomebodyAsksFirst() {
        Person stays = server.residents().student("Esha");
        assertEquals(Exit.WRONG_USE, call().run("deleteuser", "--enrolment", stays.enrolmentNumber()));
        assertEquals(Exit.REFUSED, call().answering("no").run("deleteuser", "--enrolment", stays.enrolmentNumber()));
        stays.api().get("/api/me").expect(200);
    }

    @Test
    void aResetEndsWhatWasOpen() {
        Person forgetful = server.residents().student("Farhan");
        JsonObject reset = json("resetpassword", "--enrolment", forgetful.enrolmentNumber());
        forgetful.api().get("/api/me").expect(401);
        Api again = server.api().signIn(forgetful.enrolmentNumber(), reset.getString("initialPassword"));
        again.get("/api/rooms").expectProblem(403, "must-change-password");
        refused("resetpassword", "--enrolment", "nobody-has-this");
    }

    @Test
    void aWingGetsNewPasswordsWithSlipsInAFileOfItsOwn(@TempDir Path folder) throws IOException {
        var wing = "S" + UUID.randomUUID().toString().substring(0, 6);
        var asha = server.residents().student("Asha");
        var newcomer = server.residents().newcomer("नई मीना");
        for (var one : List.of(asha, newcomer)) {
            server.operator()
                    .patch("/api/users/" + one.enrolmentNumber(), Api.json("wing", wing))
                    .expect(200);
        }
        var file = folder.resolve("slips.csv");
        done("slips", "--for", "wing=" + wing, "--never-seen", "--out", file.toString());
        var slips = Files.readAllLines(file);
        assertEquals(2, slips.size(), "a heading and one who never signed in");
        assertTrue(slips.get(1).contains(newcomer.enrolmentNumber()), slips.toString());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        asha.api().get("/api/me").expect(200);
        assertEquals(
                Exit.WRONG_USE,
                call().run("slips", "--for", "wing=" + wing, "--out", file.toString()),
                "never over another file");
        assertEquals(slips, Files.readAllLines(file));

        var all = folder.resolve("all.csv");
        done("slips", "--for", "wing=" + wing, "--out", all.toString());
        asha.api().get("/api/me").expect(401);
        assertEquals(3, Files.readAllLines(all).size());
        var none = folder.resolve("none.csv");
        refused("slips", "--for", "wing=" + wing + "x", "--out", none.toString());
        assertFalse(Files.exists(none));
        assertEquals(Exit.WRONG_USE, call().run("slips", "--out", none.toString()));
        assertEquals(Exit.WRONG_USE, call().run("slips", "--for", "wing=" + wing));
    }

    @Test
    void theRegisterIsListedInThreeWays() {
        Person gauri = server.residents().student("=Gauri");
        String number = gauri.enrolmentNumber();
        String row = done("userlist")
                .lines()
                .filter(line -> line.contains(number))
                .findFirst()
                .orElseThrow();
        assertTrue(row.matches(gauri.id() + " +=Gauri +" + number + " +student +yes +no +\\d{4}-.*"), row);
        assertTrue(done("userlist", "--csv").contains(gauri.id() + ",'=Gauri," + number + ",STUDENT,true,false,20"));
        JsonObject same = user(number);
        JsonObject listed = list("userlist").stream()
                .filter(each -> each.getString("enrolmentNumber").equals(number))
                .findFirst()
                .orElseThrow();
        assertEquals(
                same.getJsonNumber("createdAt").toString(),
                listed.getJsonNumber("createdAt").toString());
    }

    @Test
    void messagesAreListedByWhatWasAsked() {
        Person author = server.residents().student("Harish");
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        try (LiveClient live = author.online()) {
            live.say(1, "=" + word + "\nनमस्ते");
            live.say(1, "and " + word + " again");
        }
        String who = author.enrolmentNumber();
        String today = LocalDate.now(ZoneId.systemDefault()).toString();
        assertEquals(2, count("messagelist", "--author", who));
        assertEquals(2, count("messagelist", "--text", word, "--room", "1"));
        assertEquals(2, count("messagelist", "--author", who, "--from", today, "--to", today));
        assertEquals(0, count("messagelist", "--author", who, "--to", "2020-01-01"));
        assertEquals(
                0,
                count(
                        "messagelist",
                        "--author",
                        who,
                        "--from",
                        Instant.now().plusSeconds(60).toString()));
        String csv = done("--csv", "messagelist", "--author", who);
        assertTrue(csv.contains("\"'=" + word + "\nनमस्ते\""), csv);
        String table = done("messagelist", "--author", who);
        assertTrue(table.indexOf("=" + word + "⏎नमस्ते") < table.indexOf("and " + word), table);
        refused("messagelist", "--room", "common");
    }

    private int count(String... words) {
        return list(words).size();
    }

    @Test
    void aNoticeIsOnTheBoard() {
        Person reader = server.residents().student("Imran");
        String until = LocalDate.now(ZoneId.systemDefault()).plusDays(3).toString();
        JsonObject posted =
                json("notice", "--title", "पानी", "--text", "No water.\nFrom 2.", "--acknowledge", "--until", until);
        JsonObject notice = reader.api().get("/api/notices").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(each -> each.get("id").equals(posted.get("id")))
                .findFirst()
                .orElseThrow();
        assertEquals("पानी", notice.getString("title"));
        assertEquals("No water.\nFrom 2.", notice.getString("text"));
        assertTrue(notice.getBoolean("acknowledge"));
        assertEquals(until, notice.getString("until"));
        assertTrue(refused("notice", "--title", "x".repeat(1000), "--text", "y").contains("Title: "));
        refused("notice", "--title", "x", "--text", "y", "--until", "2020-01-01");
    }

    @Test
    void aTokenMayDoTheSameAndAWrongOneNothing() {
        String token = done("token", "--name", "office laptop").strip();
        Call with = new Call();
        assertEquals(Exit.DONE, with.run("userlist", "--url", server.url().toString(), "--token", token), with.err());
        Call without = new Call();
        assertEquals(Exit.REFUSED, without.run("userlist", "--url", server.url().toString(), "--token", token + "x"));
        assertTrue(without.err().contains("does not accept this token"), without.err());
        refused("token", "--name", "x".repeat(1000));
        refused("token", "--name", "too long", "--days", "4000");
    }

    @Test
    void aPersonMakesATokenByATokenAndTheirPassword() {
        var warden = server.residents().admin();
        var own = warden.api()
                .post("/api/tokens", Api.json("name", "laptop", "password", warden.password()))
                .expect(201)
                .json()
                .getString("token");
        String[] words = {
            "token",
            "--url",
            server.url().toString(),
            "--token",
            own,
            "--name",
            "मेस",
            "--scope",
            "read",
            "--days",
            "90",
            "--password-stdin",
            "--json"
        };
        Call wrong = new Call().input("यह वह नहीं है\n");
        assertEquals(Exit.REFUSED, wrong.run(words));
        assertTrue(wrong.err().contains("not your current password"), wrong.err());
        Call right = new Call().input(warden.password() + "\n");
        assertEquals(Exit.DONE, right.run(words), right.err());
        JsonObject made = JsonFields.parse(right.out().strip()).orElseThrow();
        assertEquals("read", made.getString("scope"));
        assertTrue(made.getJsonNumber("expiresAt").longValue() > 0);
        var script = server.api().bearer(made.getString("token"));
        script.get("/api/users").expect(200);
        script.post("/api/notices", Api.json("title", "x", "text", "y", "acknowledge", false))
                .expectProblem(403, "token-scope");
    }

    @Test
    void theConsoleGivesTheProgramToOfficials() throws Exception {
        String key = Files.readString(server.data().resolve("operator.key")).strip();
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.url().resolve("/admin/hostel-cli.jar"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve("downloaded.jar")));
        assertEquals(200, answer.statusCode());
        assertEquals(
                "attachment; filename=\"hostel-cli.jar\"",
                answer.headers().firstValue("Content-Disposition").orElseThrow());
        assertEquals(-1, Files.mismatch(BuildOutput.commandLineJar(), answer.body()));
        server.residents().student("Kavya").api().get("/admin/hostel-cli.jar").expect(403);
        String overview = server.residents()
                .admin("Warden Kavita")
                .api()
                .get("/admin/")
                .expect(200)
                .body();
        assertTrue(overview.contains("/admin/hostel-cli.jar"));
    }

    @Test
    void anUnknownNameIsReported() {
        Person harish = server.residents().student("Harish " + UUID.randomUUID());
        assertEquals(0, count("messagelist", "--author", harish.name()));
        assertTrue(refused("messagelist", "--author", "nobody-has-this").contains("nobody-has-this"));
    }

    @Test
    void theRecordIsCheckedAndWhoeverHasBeenAtItIsFoundOut() throws SQLException {
        json("registerstudent", "--name", "आशा राव", "--enrolment", Residents.enrolment());
        String fits = done("verify-record");
        assertTrue(fits.startsWith("The record fits: "), fits);
        String head = fits.strip().replaceAll("(?s).* ", "");
        assertTrue(head.matches("[1-9]\\d*:[0-9a-f]{64}"), head);
        json("registerstudent", "--name", "ரவி", "--enrolment", Residents.enrolment());
        assertTrue(json("verify-record", "--head", head).getBoolean("fits"));
        String entry = head.replaceAll(":.*", "");
        String another = refused("verify-record", "--head", entry + ":" + "0".repeat(64));
        assertTrue(another.contains("number " + entry + " of "), another);
        assertTrue(refused("verify-record", "--head", "yesterday").contains("head must be"));
        execute("update audit_entries set at = at + 1 where id = " + entry);
        try {
            String changed = refused("verify-record");
            assertTrue(changed.contains("The first entry that does not is number " + entry + " of "), changed);
            Call call = call();
            assertEquals(Exit.REFUSED, call.run("verify-record", "--json"));
            JsonObject verdict = array("[" + call.out() + "]").get(0);
            assertFalse(verdict.getBoolean("fits"));
            assertEquals(Long.parseLong(entry), verdict.getJsonNumber("wrong").longValue());
        } finally {
            execute("update audit_entries set at = at - 1 where id = " + entry);
        }
        done("verify-record");
    }

    private void execute(String sql) throws SQLException {
        try (var database = server.database();
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theScriptDoesAllThisInAnyLocale() {
        String number = Residents.enrolment();
        Script script = Script.hostel().with("HOSTEL_URL", server.url()).in(folder);
        script.run(
                        "registerstudent",
                        "--name",
                        "ज़ोया",
                        "--enrolment",
                        number,
                        "--data",
                        server.data().toString())
                .expect(0);
        assertEquals("ज़ोया", user(number).getString("name"));
        script.with("HOSTEL_DATA", server.data());
        assertTrue(script.run("--csv", "userlist").expect(0).out().contains("ज़ोया"));
        script.run("registerstudent", "--name", "ज़ोया", "--enrolment", number).expect(1);
        script.run("registerstudent").expect(2);
        script.run("--url", "http://127.0.0.1:1", "userlist").expect(3);
    }

    /** Looked at, stored, and the slips in a file of their own; the same again changes nothing. */
    @Test
    void aRollIsLookedAtStoredAndItsSlipsAreWritten() throws IOException {
        String tag = Residents.enrolment();
        Path roll = Files.writeString(
                folder.resolve("सूची.csv"),
                "\uFEFFनाम;नामांकन संख्या;कमरा\r\nआशा राव;" + tag + "/1;204\r\nRavi;" + tag + "/2;9\r\n");
        Path slips = folder.resolve("slips.csv");
        List<JsonObject> rows = list("importroll", roll.toString());
        assertTrue(
                rows.stream().anyMatch(row -> row.getString("enrolmentNumber").equals(tag + "/1")));
        server.operator().get("/api/users/" + tag + "/1").expectProblem(404, "no-such-user");
        done("importroll", roll.toString(), "--apply", "ALL", "--slips", slips.toString());
        List<String> lines = Files.readAllLines(slips);
        assertEquals(3, lines.size(), lines.toString());
        assertTrue(lines.get(1).contains("Ravi"), "room 9 before room 204");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(slips)));
        String password = lines.get(1).split(",", -1)[2];
        server.api().signIn(tag + "/2", password).get("/api/me").expect(200);
        Call again = call();
        assertEquals(
                Exit.WRONG_USE,
                again.run("importroll", roll.toString(), "--apply", "ALL", "--slips", slips.toString()));
        Path none = folder.resolve("none.csv");
        done("importroll", roll.toString(), "--apply", "ALL", "--slips", none.toString());
        assertFalse(Files.exists(none));
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "name,enrolment\nAsha,1.2E+05\n");
        Call refused = call();
        assertEquals(Exit.REFUSED, refused.run("importroll", wrong.toString()), refused.err());
        assertEquals(Exit.REFUSED, call().run("importroll", wrong.toString(), "--apply", "ALL"));
    }
}
