package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final String ASHA =
            "{\"id\":5,\"name\":\"आशा राव\",\"enrolmentNumber\":\"25/CS/1\",\"role\":\"STUDENT\","
                    + "\"active\":true,\"mustChangePassword\":true,\"createdAt\":1751328000000,\"lastSeenAt\":null}";
    private static final String ASHA_NEW = ASHA.replace("}", ",\"initialPassword\":\"mud-rake-47\"}");

    private final StubServer server = new StubServer();
    private final Call call = Call.to(server);

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void helpsOverallAndPerCommand() {
        assertEquals(Exit.DONE, call.run("--help"));
        for (Command command : Commands.ALL) {
            assertTrue(call.out().contains(command.usage().name()));
            Call about = new Call();
            assertEquals(Exit.DONE, about.run(command.usage().name(), "--help"));
            assertTrue(about.out().contains("Examples:\n"), about.out());
            Call asked = new Call();
            assertEquals(Exit.DONE, asked.run("help", command.usage().name()));
            assertEquals(about.out(), asked.out());
            assertTrue(about.out().contains("--url URL") || about.out().contains("--url=URL"), about.out());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "help fly",
                "userlist --name x",
                "userlist --json --csv",
                "registerstudent",
                "registerstudent --name x",
                "createsuperuser --enrolment 1",
                "deleteuser",
                "deleteuser --enrolment 1",
                "resetpassword",
                "resetpassword --out x.csv",
                "resetpassword --enrolment 1 --never-seen",
                "registerstudent --name x --enrolment 1 --out x.csv",
                "notice --title x",
                "notice --title x --text y --until tomorrow",
                "token",
                "messagelist --from today",
                "registerstudent --roll x.csv --name y",
                "registerstudent --roll nosuchfile.csv",
                "registerstudent --name x --enrolment 1 --password-stdin",
                "--url nonsense userlist"
            })
    void wrongUseIsTwoAndAsksNoServer(String line) {
        assertEquals(Exit.WRONG_USE, call.run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertEquals(List.of(), server.calls);
        assertEquals("", call.out());
        assertFalse(call.err().isBlank());
    }

    @Test
    void namesAllThatIsMissing() {
        call.run("registerstudent");
        assertTrue(call.err().contains("--name NAME, --enrolment NUMBER"), call.err());
    }

    @Test
    void registersAndShowsThePasswordOnce() {
        server.on("POST /api/users", 201, ASHA_NEW);
        assertEquals(Exit.DONE, call.run("registerstudent", "--name", "आशा राव", "--enrolment", "25/CS/1"));
        assertEquals(
                List.of("POST /api/users {\"name\":\"आशा राव\",\"enrolmentNumber\":\"25/CS/1\",\"role\":\"STUDENT\"}"),
                server.calls);
        assertEquals(List.of("Bearer secret"), server.credentials);
        assertTrue(call.out().contains("Initial password: mud-rake-47 "), call.out());
    }

    @Test
    void takesThePasswordFromTheFirstLineOfTheInput() {
        server.on("POST /api/users", 201, ASHA);
        call.input("पानी की बोतल\r\nmore\n");
        assertEquals(
                Exit.DONE,
                call.run("createsuperuser", "--name", "x", "--enrolment", "1", "--password-stdin", "--json"));
        assertTrue(
                server.calls.get(0).endsWith("\"role\":\"ADMIN\",\"password\":\"पानी की बोतल\"}"), server.calls.get(0));
        assertEquals(ASHA + "\n", call.out());
    }

    @Test
    void asksForWhatIsMissingAtATerminal() {
        server.on("POST /api/users", 201, ASHA);
        assertEquals(
                Exit.DONE,
                call.answering("R. Iyer", "W-1", "ten letters", "ten letters").run("createsuperuser"));
        assertEquals(
                "POST /api/users {\"name\":\"R. Iyer\",\"enrolmentNumber\":\"W-1\",\"role\":\"ADMIN\",\"password\":\"ten letters\"}",
                server.calls.get(0));
    }

    @Test
    void sendsNothingWhenAnswersDoNotFit() {
        assertEquals(
                Exit.WRONG_USE, call.answering("R. Iyer", "W-1", "one", "two").run("createsuperuser"));
        assertEquals(Exit.WRONG_USE, call.answering("R. Iyer").run("createsuperuser"));
        assertEquals(Exit.WRONG_USE, call.answering("").run("resetpassword"));
        assertEquals(List.of(), server.calls);
    }

    @Test
    void tellsTheServersReasonInPlainLines() {
        server.problem(
                "POST /api/users",
                422,
                "{\"type\":\"x/invalid\",\"title\":\"Not acceptable\",\"detail\":\"Please look again.\\u001b[2J\","
                        + "\"violations\":[{\"field\":\"name\",\"message\":\"too long\"}]}");
        assertEquals(Exit.REFUSED, call.run("registerstudent", "--name", "x", "--enrolment", "1"));
        assertEquals("Please look again.\uFFFD[2J\nName: too long\n", call.err());
        assertEquals("", call.out());
    }

    @Test
    void saysWhoseSecretIsNotAccepted() {
        server.problem("GET /api/users?limit=500", 401, "{\"title\":\"Not signed in\"}");
        assertEquals(Exit.REFUSED, call.run("userlist"));
        assertEquals("Not signed in\nThe server at " + server.url() + " does not accept this token.\n", call.err());
    }

    @Test
    void asksBeforeItErases() {
        server.on("GET /api/users/25/CS/1", 200, ASHA).on("DELETE /api/users/25/CS/1", 204, "");
        assertEquals(Exit.REFUSED, call.answering("y").run("deleteuser", "--enrolment", "25/CS/1"));
        assertEquals(List.of("GET /api/users/25/CS/1"), server.calls);
        assertTrue(call.out().contains("आशा राव (25/CS/1), number 5, student"), call.out());
        assertEquals(Exit.DONE, call.answering("yes").run("removestudent", "--enrolment", "25/CS/1"));
        assertEquals("DELETE /api/users/25/CS/1", server.calls.get(2));
    }

    @Test
    void erasesWithoutATerminalWhenToldSo() {
        server.on("GET /api/users/25/CS/1", 200, ASHA).on("DELETE /api/users/25/CS/1", 204, "");
        assertEquals(Exit.DONE, call.run("deleteuser", "--enrolment", "25/CS/1", "--yes"));
        assertEquals(Exit.REFUSED, call.run("deleteuser", "--enrolment", "nobody", "--yes"));
        assertEquals(Exit.REFUSED, call.run("deleteuser", "--enrolment", "../me", "--yes"));
    }

    @Test
    void resetsAPassword() {
        server.on("GET /api/users/25/CS/1", 200, ASHA)
                .on("POST /api/users/25/CS/1/password-reset", 200, "{\"initialPassword\":\"new-one-22\"}");
        assertEquals(Exit.DONE, call.run("resetpassword", "--enrolment", "25/CS/1"));
        assertTrue(call.out().contains("Initial password: new-one-22 "), call.out());
    }

    @Test
    void pagesThroughAListToItsEnd() {
        server.on("GET /api/users?limit=500", 200, "{\"items\":[" + ASHA + "],\"next\":\"a b\"}")
                .on("GET /api/users?limit=500&after=a+b", 200, "{\"items\":[" + ASHA + "],\"next\":7}")
                .on("GET /api/users?limit=500&after=7", 200, "{\"items\":[],\"next\":null}");
        assertEquals(Exit.DONE, call.run("userlist", "--json"));
        assertEquals("[\n" + ASHA + ",\n" + ASHA + "\n]\n", call.out());
    }

    @Test
    void listsUsersForPeopleAndForSpreadsheets() {
        server.on(
                "GET /api/users?limit=500",
                200,
                "{\"items\":[" + ASHA.replace("आशा राव", "=आशा\\u001b") + "],\"next\":null}");
        assertEquals(Exit.DONE, call.run("userlist"));
        assertTrue(call.out().startsWith("Number  Name"), call.out());
        assertTrue(call.out().contains("student  yes     yes"), call.out());
        assertFalse(call.out().contains("\u001b"));
        Call csv = Call.to(server);
        assertEquals(Exit.DONE, csv.run("--csv", "userlist"));
        assertEquals(
                List.of(
                        "id,name,enrolmentNumber,role,active,mustChangePassword,createdAt,lastSeenAt,"
                                + "wing,floor,room,year,course,mess,phone,until",
                        "5,'=आशा\uFFFD,25/CS/1,STUDENT,true,true,2025-07-01T00:00:00Z,,,,,,,,,"),
                csv.out().lines().toList());
    }

    @Test
    void aFileForASpreadsheetBeginsWithAByteOrderMarkAndAPipeDoesNot() {
        server.on("GET /api/users?limit=500", 200, "{\"items\":[" + ASHA + "],\"next\":null}");
        Call file = Call.to(server).intoFile();
        assertEquals(Exit.DONE, file.run("--csv", "userlist"));
        assertTrue(file.out().startsWith("\uFEFFid,name,"), file.out());
        Call json = Call.to(server).intoFile();
        assertEquals(Exit.DONE, json.run("--json", "userlist"));
        assertTrue(json.out().startsWith("[\n{"), json.out());
    }

    @Test
    void listsMessagesByWhatWasAsked() {
        String query = "limit=500";
        server.on("GET /api/users/25/CS/1", 200, ASHA);
        server.on(
                "GET /api/messages?room=1&from=2025-07-01T00%3A00%3A00Z&text=%E0%A4%AA%E0%A4%BE&author=25%2FCS%2F1&"
                        + query,
                200,
                "{\"items\":[{\"room\":1,\"roomName\":\"Common room\",\"seq\":3,\"kind\":\"posted\",\"by\":5,\"enrolmentNumber\":\"25/CS/1\","
                        + "\"name\":\"Asha\",\"at\":1751328000000,\"body\":\"a\\nb\"}],\"next\":null}");
        assertEquals(
                Exit.DONE,
                call.run(
                        "messagelist",
                        "--room",
                        "1",
                        "--author",
                        "25/CS/1",
                        "--from",
                        "2025-07-01T00:00Z",
                        "--text",
                        "पा"));
        assertTrue(call.out().endsWith("posted  a⏎b\n"), call.out());
    }

    @Test
    void findsAnAuthorByName() {
        server.on(
                        "GET /api/users?text=%E0%A4%86%E0%A4%B6%E0%A4%BE++%E0%A4%B0%E0%A4%BE%E0%A4%B5",
                        200, "{\"items\":[" + ASHA + "]}")
                .on("GET /api/messages?author=25%2FCS%2F1&limit=500", 200, "{\"items\":[],\"next\":null}");
        assertEquals(Exit.DONE, call.run("messagelist", "--author", " आशा  राव"), call.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            none  | Nobody has the number or name 'Asha'.
            alike | Alike: आशा राव (25/CS/1).
            two   | Several people are called Asha: Asha (1), Asha (2).
            """)
    void anAuthorWhomNobodyKnowsIsNoSilence(String register, String words) {
        String found =
                switch (register) {
                    case "alike" -> ASHA;
                    case "two" ->
                        "{\"name\":\"Asha\",\"enrolmentNumber\":\"1\"},{\"name\":\"Asha\",\"enrolmentNumber\":\"2\"}";
                    default -> "";
                };
        server.on("GET /api/users?text=Asha", 200, "{\"items\":[" + found + "]}");
        assertEquals(Exit.REFUSED, call.run("messagelist", "--author", "Asha"));
        assertEquals("", call.out());
        assertTrue(call.err().contains(words), call.err());
    }

    @Test
    void saysWhichAddressItTriedAndWhereItIsFrom() throws IOException {
        server.close();
        Files.writeString(folder.resolve("server.url"), server.url() + "\n");
        Files.writeString(folder.resolve("operator.key"), "key\n");
        Call operator = new Call().with("HOSTEL_DATA", folder.toString());
        assertEquals(Exit.UNREACHABLE, operator.run("userlist"));
        assertTrue(
                operator.err()
                        .contains(
                                "Nothing answers at " + server.url() + " (from " + folder.resolve("server.url") + ")"),
                operator.err());
        Call flag = new Call().with("HOSTEL_URL", "http://127.0.0.1:1").with("HOSTEL_TOKEN", "x");
        assertEquals(Exit.UNREACHABLE, flag.run("userlist"));
        assertTrue(flag.err().contains("http://127.0.0.1:1 (from HOSTEL_URL)"), flag.err());
        Call nowhere = new Call().with("HOSTEL_TOKEN", "x");
        assertEquals(Exit.UNREACHABLE, nowhere.run("userlist", "--url", "http://nowhere.invalid:9"));
        assertTrue(nowhere.err().contains("http://nowhere.invalid:9 (from --url)"), nowhere.err());
    }

    @Test
    void findsTheServerOfItsDataFolder() throws IOException {
        Files.writeString(folder.resolve("server.url"), server.url() + "\n");
        Files.writeString(folder.resolve("operator.key"), "the-key\n");
        server.on("GET /api/users?limit=500", 200, "{\"items\":[],\"next\":null}");
        assertEquals(Exit.DONE, new Call().run("--data", folder.toString(), "userlist"));
        assertEquals(List.of("Bearer the-key"), server.credentials);
        Files.writeString(folder.resolve("server.url"), "nonsense\n");
        Call damaged = new Call();
        assertEquals(Exit.WRONG_USE, damaged.run("--data", folder.toString(), "userlist"));
        assertTrue(damaged.err().contains("server.url"), damaged.err());
    }

    @Test
    void saysItsVersion() {
        assertEquals(Exit.DONE, call.run("--version"));
        assertTrue(call.out().startsWith("Hostel Chat "), call.out());
        assertEquals(List.of(), server.calls);
    }

    @Test
    void postsANotice() {
        server.on("POST /api/notices", 201, "{\"id\":3,\"title\":\"Water\"}");
        assertEquals(
                Exit.DONE,
                call.run(
                        "notice", "--title", "Water", "--text", "Off at 2.", "--acknowledge", "--until", "2025-07-31"));
        assertEquals(
                "POST /api/notices {\"title\":\"Water\",\"text\":\"Off at 2.\",\"acknowledge\":true,\"until\":\"2025-07-31\"}",
                server.calls.get(0));
        assertEquals("Notice 3 is posted.\n", call.out());
    }

    @Test
    void printsATokenAndNothingElse() {
        server.on("POST /api/tokens", 201, "{\"id\":1,\"name\":\"b\",\"token\":\"tk-1\"}");
        assertEquals(Exit.DONE, call.input("दीया – café\n").run("token", "--name", "b", "--password-stdin"));
        assertEquals("POST /api/tokens {\"name\":\"b\",\"password\":\"दीया – café\"}", server.calls.get(0));
        assertEquals("tk-1\n", call.out());
    }

    @Test
    void aTokenSaysWhatItMayDoAndForHowLong() {
        server.on(
                "POST /api/tokens",
                201,
                "{\"id\":1,\"name\":\"p\",\"scope\":\"metrics\",\"machine\":true,\"expiresAt\":1893456000000,\"token\":\"tk-1\"}");
        call.answering("விளக்கு ₹");
        assertEquals(Exit.DONE, call.run("token", "--name", "p", "--scope", "Metrics", "--days", "90", "--machine"));
        assertEquals(
                "POST /api/tokens {\"name\":\"p\",\"scope\":\"metrics\",\"days\":90,\"machine\":true,\"password\":\"விளக்கு ₹\"}",
                server.calls.get(0));
        assertEquals("tk-1\n", call.out());
        assertTrue(call.err().contains("may read /metrics, until 20"), call.err());
        assertEquals(Exit.WRONG_USE, Call.to(server).run("token", "--name", "p", "--scope", "everything"));
        assertEquals(Exit.WRONG_USE, Call.to(server).run("token", "--name", "p", "--days", "a year"));
        Call noPassword = Call.to(server);
        assertEquals(Exit.WRONG_USE, noPassword.run("token", "--name", "p"));
        assertTrue(noPassword.err().contains("--password-stdin"), noPassword.err());
        assertEquals(1, server.calls.size());
    }

    @Test
    void waitsForABusyServer() {
        var busy = new StubServer.Reply(
                503,
                "application/problem+json",
                "{\"type\":\"/problems/storage-busy\",\"title\":\"Busy\"}",
                Map.of("Retry-After", "1"));
        server.on("POST /api/users", busy).on("POST /api/users", 201, ASHA_NEW);
        assertEquals(Exit.DONE, call.run("registerstudent", "--name", "x", "--enrolment", "1"));
        assertEquals(2, server.calls.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-stored", "no-answer-yet"})
    void whatMayHaveBeenDoneIsNotDoneAgain(String slug) {
        server.on("POST /api/notices", uncertain(slug));
        assertEquals(Exit.REFUSED, call.run("notice", "--title", "Water", "--text", "Off at 2."));
        assertEquals(1, server.calls.size());
        assertTrue(call.err().contains("Whether it was done is not known"), call.err());
        assertFalse(call.err().contains("Try again"), call.err());
    }

    private static StubServer.Reply uncertain(String slug) {
        return new StubServer.Reply(
                503,
                "application/problem+json",
                "{\"type\":\"/problems/" + slug + "\",\"title\":\"Not possible\"}",
                Map.of("Retry-After", "1"));
    }

    @Test
    void exitsWithThreeWithoutAServer() throws IOException {
        server.close();
        assertEquals(Exit.UNREACHABLE, call.run("userlist"));
        assertEquals(Exit.UNREACHABLE, call.with("HOSTEL_TOKEN", "").run("userlist"));
        Files.writeString(folder.resolve("operator.key"), "key\n");
        assertEquals(Exit.UNREACHABLE, call.run("--data", folder.toString(), "userlist"));
        assertFalse(call.err().contains("Exception"), call.err());
    }

    @Test
    void exitsWithThreeIfSomethingElseAnswers() {
        server.on("GET /api/users?limit=500", new StubServer.Reply(404, "text/html", "<html>", Map.of()));
        assertEquals(Exit.UNREACHABLE, call.run("userlist"));
        server.on("POST /api/tokens", 200, "<html>");
        assertEquals(Exit.UNREACHABLE, call.input("pw\n").run("token", "--name", "x", "--password-stdin"));
        server.on(
                "POST /api/notices",
                new StubServer.Reply(302, "text/html", "", Map.of("Location", "http://127.0.0.1:1/elsewhere")));
        assertEquals(Exit.UNREACHABLE, call.run("notice", "--title", "x", "--text", "y"));
    }

    @Test
    void theOperatorKeyGoesToThisMachineOnly() throws IOException {
        Files.writeString(folder.resolve("operator.key"), "the-key\n");
        server.on("GET /api/users?limit=500", 200, "{\"items\":[],\"next\":null}");
        Call operator = new Call().with("HOSTEL_DATA", folder.toString());
        assertEquals(Exit.DONE, operator.run("--url", server.url() + "/", "userlist"));
        assertEquals(List.of("Bearer the-key"), server.credentials);
        assertEquals(Exit.WRONG_USE, operator.run("--url", "http://192.0.2.1:8080", "userlist"));
        assertTrue(operator.err().contains("--token"), operator.err());
    }

    @Test
    void withoutKeyAndTokenItSaysWhereItLooked() {
        Call nobody = new Call().with("HOSTEL_DATA", folder.resolve("data").toString());
        assertEquals(Exit.WRONG_USE, nobody.run("--url", server.url(), "userlist"));
        assertTrue(nobody.err().contains(folder.resolve("data").toString()), nobody.err());
        assertEquals(List.of(), server.calls);
    }

    @Test
    void aFullDiskIsAFailureAndAClosedPipeIsNone() {
        server.on("GET /api/users?limit=500", 200, "{\"items\":[" + ASHA + "],\"next\":null}");
        assertEquals(
                Exit.REFUSED, call.output(failing("No space left on device")).run("userlist"));
        assertTrue(call.err().contains("No space left on device"), call.err());
        assertEquals(Exit.DONE, Call.to(server).output(failing("Broken pipe")).run("userlist"));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void aRefusalIsSaidOnceAndItsFieldsAreNamed() {
        server.problem(
                "POST /api/notices",
                422,
                "{\"title\":\"Not acceptable\",\"detail\":\"Not so.\",\"violations\":[{\"field\":\"audience\",\"message\":\"Not so.\"}]}");
        assertEquals(Exit.REFUSED, call.run("notice", "--title", "x", "--text", "y"));
        assertEquals("For whom: Not so.\n", call.err());

        server.forget("POST /api/notices");
        server.problem(
                "POST /api/notices",
                422,
                "{\"detail\":\"Two things.\",\"violations\":[{\"field\":\"acknowledgeBy\",\"message\":\"Late.\"},{\"field\":\"x\",\"message\":\"Odd.\"}]}");
        Call hindi = Call.to(server);
        hindi.run("--language", "hi", "notice", "--title", "x", "--text", "y");
        assertEquals("Two things.\nपुष्टि कब तक: Late.; Odd.\n", hindi.err());
    }

    @Test
    void whatIsSaidInSeveralLinesIsPrintedInSeveralLines() {
        var out = new ByteArrayOutputStream();
        new Terminal(InputStream.nullInputStream(), out, () -> false, out, null).say("One\ntwo\u001b[2J");
        assertEquals("One\ntwo\uFFFD[2J\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aNoticeForSomeTellsHowManyItConcerns() {
        server.on("POST /api/notices", 201, "{\"id\":9}");
        server.on("GET /api/notices/9/acknowledgements?by=wing", 200, "{\"items\":[]}");
        assertEquals(Exit.DONE, call.run("notice", "--title", "x", "--text", "y", "--for", "wing=Z"));
        assertTrue(call.err().contains("concerns nobody"), call.err());

        server.forget("GET /api/notices/9/acknowledgements?by=wing");
        server.on(
                "GET /api/notices/9/acknowledgements?by=wing",
                200,
                "{\"items\":[{\"value\":\"A\",\"concerned\":2},{\"value\":null,\"concerned\":1}]}");
        Call some = Call.to(server);
        some.run("notice", "--title", "x", "--text", "y", "--for", "wing=A,B");
        assertEquals("It concerns 3 residents.\n", some.err());
    }

    @Test
    void whatTheServerNamesIsInTheLanguageOfTheTableAndUnchangedForPrograms() {
        server.on(
                "GET /api/messages?limit=500",
                200,
                "{\"items\":[{\"room\":1,\"roomName\":\"Common room\",\"seq\":3,\"kind\":\"posted\",\"body\":\"a\"},"
                        + "{\"room\":2,\"roomName\":\"Common room\",\"seq\":4,\"kind\":\"posted\",\"body\":\"b\"}],\"next\":null}");
        call.run("--language", "hi", "messagelist");
        assertTrue(call.out().contains("सबका रूम"), call.out());
        assertEquals(1, call.out().split("Common room", -1).length - 1, "A room that people called so keeps its name");
        assertFalse(call.out().contains("posted"), call.out());
        Call csv = Call.to(server);
        csv.run("--language", "hi", "--csv", "messagelist");
        assertTrue(csv.out().contains("Common room") && csv.out().contains("posted"), csv.out());
    }
}
