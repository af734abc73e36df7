package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a roll is sent to the server, and what is made of the responses. */
class RollCommandsTest {
    private final StubServer server = new StubServer();
    private final Call call = Call.to(server);

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("roll.csv"), text).toString();
    }

    private static String made(String name, String number) {
        return "{\"id\":1,\"name\":\"" + name + "\",\"enrolmentNumber\":\"" + number
                + "\",\"role\":\"STUDENT\",\"initialPassword\":\"pw-" + number + "\"}";
    }

    private String roll(int people) throws IOException {
        return file(IntStream.rangeClosed(1, people)
                .mapToObj(i -> "Person" + (char) ('A' + i - 1) + "," + i + "\n")
                .collect(Collectors.joining("", "name,enrolment\n", "")));
    }

    private StubServer makingPasswords(int people) {
        for (int i = 1; i <= people; i++) {
            server.on("POST /api/users", 201, made("Person" + (char) ('A' + i - 1), Integer.toString(i)));
        }
        return server;
    }

    @Test
    void aRollThatCannotBeRightIsNotSent() throws IOException {
        String out = folder.resolve("out.csv").toString();
        assertEquals(
                Exit.WRONG_USE,
                call.run("registerstudent", "--roll", file("name,enrolment\nAsha,a b\n"), "--out", out));
        assertEquals(List.of(), server.calls);
        assertFalse(Files.exists(Path.of(out)));
        assertTrue(call.err().contains("Nothing was sent; first mend the roll.\nRow 2: "), call.err());
    }

    @Test
    void goesOnAfterARowThatIsRefusedAndSkipsWhoIsThere() throws IOException {
        server.on("POST /api/users", 201, made("Asha", "1"))
                .problem("POST /api/users", 409, "{\"title\":\"Taken\"}")
                .problem("POST /api/users", 409, "{\"title\":\"Taken\"}")
                .on("POST /api/users", 201, made("Devi", "4"))
                .on("GET /api/users/2", 200, made("Bilal", "2"))
                .on("GET /api/users/3", 200, made("Somebody else", "3"));
        String roll = file("name,enrolment\nAsha,1\nBilal,2\nChitra,3\nDevi,4\n");
        assertEquals(Exit.REFUSED, call.run("--csv", "registerstudent", "--roll", roll));
        assertEquals(
                "id,name,enrolmentNumber,role,initialPassword\r\n1,Asha,1,STUDENT,pw-1\r\n1,Devi,4,STUDENT,pw-4\r\n",
                call.out());
        assertEquals(
                List.of(
                        "Row 3, Bilal (2): already registered; skipped.",
                        "Row 4, Chitra (3): not registered: Taken",
                        "2 registered, 1 already there, 1 failed, of 4."),
                call.err().lines().toList());
    }

    @Test
    void stopsWhenNothingFurtherCouldSucceed() throws IOException {
        server.on("POST /api/users", 201, made("Asha", "1"))
                .problem("POST /api/users", 403, "{\"title\":\"Not allowed\"}");
        String roll = file("name,enrolment\nAsha,1\nBilal,2\nChitra,3\n");
        assertEquals(Exit.REFUSED, call.run("registerstudent", "--roll", roll));
        assertEquals(2, server.calls.size());
        assertTrue(call.out().contains("pw-1"), call.out());
        assertTrue(call.err().contains("1 registered"), call.err());
    }

    @Test
    void aSecondRunIsNoFailure() throws IOException {
        server.problem("POST /api/users", 409, "{\"title\":\"Taken\"}").on("GET /api/users/1", 200, made("Asha", "1"));
        assertEquals(Exit.DONE, call.run("registerstudent", "--roll", file("name,enrolment\nAsha,1\n"), "--json"));
        assertEquals("[]\n", call.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            200 | true  | the initial password was lost on the way | 0 already there, 1 failed
            200 | false | already registered; skipped              | 1 already there, 0 failed
            404 | false | not registered: the server could not     | 0 already there, 1 failed
            500 | false | it is not known whether                  | 0 already there, 1 failed
            """)
    void itLooksWhereTheServerDoesNotKnowWhatItDid(int status, boolean mustChange, String words, String counts)
            throws IOException {
        server.on(
                "POST /api/users",
                new StubServer.Reply(
                        503,
                        "application/problem+json",
                        "{\"type\":\"/problems/not-stored\",\"title\":\"Not possible\"}",
                        Map.of("Retry-After", "1")));
        var asha = made("Asha", "1").replace("}", ",\"mustChangePassword\":" + mustChange + "}");
        if (status == 200) server.on("GET /api/users/1", 200, asha);
        else server.problem("GET /api/users/1", status, "{\"title\":\"Not there\"}");
        call.run("registerstudent", "--roll", file("name,enrolment\nAsha,1\n"));
        assertEquals(2, server.calls.size(), "asked once, and then looked");
        assertTrue(call.err().contains(words), call.err());
        assertTrue(call.err().contains("0 registered, " + counts), call.err());
    }

    @Test
    void aNameIsKnownAgainHoweverItsAccentsAreWritten() throws IOException {
        server.problem("POST /api/users", 409, "{\"title\":\"Taken\"}")
                .on("GET /api/users/1", 200, made("Ren\u00e9", "1"));
        assertEquals(Exit.DONE, call.run("registerstudent", "--roll", file("name,enrolment\nRene\u0301,1\n")));
        assertTrue(call.err().contains("already registered; skipped"), call.err());
    }

    @Test
    void columnsOfTheRollStandBesideThePasswords() throws IOException {
        server.on("POST /api/users", 201, made("Asha", "25/1"));
        String roll = file("S.No.;Name of the Student;Enrolment No.;Room;Phone\n1;Asha ;\u00a025/1;A-12;+91 98\n");
        assertEquals(Exit.DONE, call.run("--csv", "registerstudent", "--roll", roll));
        assertEquals(
                "id,name,enrolmentNumber,role,initialPassword,S.No.,Room,Phone\r\n1,Asha,25/1,STUDENT,pw-25/1,1,A-12,'+91 98\r\n",
                call.out());
        assertEquals(
                "POST /api/users {\"name\":\"Asha\",\"enrolmentNumber\":\"25/1\",\"role\":\"STUDENT\"}",
                server.calls.get(0));
        assertTrue(
                call.err().startsWith("Names from 'Name of the Student', enrolment numbers from 'Enrolment No.'.\n"),
                call.err());
        Call json = Call.to(server);
        assertEquals(Exit.DONE, json.run("--json", "registerstudent", "--roll", roll));
        assertTrue(
                json.out().contains("\"roll\":{\"S.No.\":\"1\",\"Room\":\"A-12\",\"Phone\":\"+91 98\"}"), json.out());
        Call table = Call.to(server);
        assertEquals(Exit.DONE, table.run("registerstudent", "--roll", roll));
        assertTrue(table.out().contains("A-12"), table.out());
    }

    @Test
    void passwordsGoIntoAFileOfOnesOwn() throws IOException {
        makingPasswords(2);
        Path out = folder.resolve("मेरी passwords.csv");
        assertEquals(Exit.DONE, call.run("registerstudent", "--roll", roll(2), "--out", out.toString()));
        assertEquals("", call.out());
        assertEquals(
                "\uFEFFid,name,enrolmentNumber,role,initialPassword\r\n1,PersonA,1,STUDENT,pw-1\r\n1,PersonB,2,STUDENT,pw-2\r\n",
                Files.readString(out));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
        }
        assertTrue(call.err().endsWith("The passwords are in " + out + ".\n"), call.err());
    }

    @Test
    void noFileIsWrittenOver() throws IOException {
        Path out = Files.writeString(folder.resolve("passwords.csv"), "mud-rake-47");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("nowhere.csv"));
        for (Path name : List.of(out, link, folder.resolve("no/such/folder.csv"), folder)) {
            Call refused = Call.to(server);
            assertEquals(Exit.WRONG_USE, refused.run("registerstudent", "--roll", roll(1), "--out", name.toString()));
            assertFalse(refused.err().isBlank());
        }
        assertEquals(List.of(), server.calls);
        assertEquals("mud-rake-47", Files.readString(out));
        assertFalse(Files.exists(folder.resolve("nowhere.csv")));
    }

    @Test
    void anEmptyPasswordFileIsRemoved() throws IOException {
        server.problem("POST /api/users", 401, "{\"title\":\"Not signed in\"}");
        String out = folder.resolve("out.csv").toString();
        assertEquals(Exit.REFUSED, call.run("registerstudent", "--roll", roll(3), "--out", out));
        assertFalse(Files.exists(Path.of(out)));
        server.forget("POST /api/users");
        makingPasswords(3);
        assertEquals(
                Exit.DONE,
                Call.to(server).run("registerstudent", "--roll", roll(3), "--out", out),
                "the same name again");
    }

    @Test
    void whenInterruptedItFinishesThePersonAtHand() throws IOException {
        makingPasswords(3);
        Path out = folder.resolve("out.csv");
        call.interruptedAfter(2);
        assertEquals(Exit.INTERRUPTED, call.run("registerstudent", "--roll", roll(3), "--out", out.toString()));
        assertEquals(2, server.calls.size());
        assertTrue(Files.readString(out).endsWith("pw-1\r\n1,PersonB,2,STUDENT,pw-2\r\n"));
        assertTrue(
                call.err().contains("2 registered, 0 already there, 0 failed, of 3. Run it again to go on"),
                call.err());
        assertFalse(call.err().contains("Nobody knows"), call.err());
    }

    @Test
    void whosePasswordNobodySawIsNamedAtTheEnd() throws IOException {
        makingPasswords(3);
        var pipe = new OutputStream() {
            private int room = 90;

            @Override
            public void write(int b) throws IOException {
                if (room-- <= 0) throw new IOException("Broken pipe");
            }
        };
        assertEquals(Exit.PASSWORDS_LOST, call.output(pipe).run("--csv", "registerstudent", "--roll", roll(3)));
        assertEquals(2, server.calls.size(), "nobody after the first whose row could not be written");
        assertTrue(
                call.err()
                        .endsWith(
                                "Nobody knows the new passwords of these; resetpassword gives them others:\nRow 3, PersonB (2)\n"),
                call.err());
    }

    @Test
    void nobodyIsRegisteredWhenTheOutputIsClosedAlready() throws IOException {
        var closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertEquals(Exit.REFUSED, call.output(closed).run("--csv", "registerstudent", "--roll", roll(3)));
        assertEquals(List.of(), server.calls);
    }

    @Test
    void aSecondRunSaysWhoMayHaveNoPassword() throws IOException {
        String waiting = made("PersonA", "1").replace("}", ",\"mustChangePassword\":true,\"lastSeenAt\":null}");
        server.problem("POST /api/users", 409, "{\"title\":\"Taken\"}").on("GET /api/users/1", 200, waiting);
        assertEquals(Exit.DONE, call.run("registerstudent", "--roll", roll(1)));
        assertTrue(call.err().contains("1 never signed in"), call.err());
        assertTrue(call.err().contains("resetpassword --never-seen --roll FILE --out NEWFILE"), call.err());
    }

    private static String user(String name, String number, Long lastSeen) {
        return "{\"id\":1,\"name\":\"" + name + "\",\"enrolmentNumber\":\"" + number
                + "\",\"role\":\"STUDENT\",\"active\":true,\"mustChangePassword\":true,\"lastSeenAt\":" + lastSeen
                + "}";
    }

    private void withRegister() {
        server.on(
                "GET /api/users?limit=500",
                200,
                "{\"items\":[" + user("Asha  RAO", "25/a", null) + "," + user("Bilal", "2", 5L) + ","
                        + user("Chitra", "3", null)
                        + "," + user("Old Boy", "9", null).replace("\"active\":true", "\"active\":false")
                        + "," + user("R. Iyer", "W-1", null).replace("STUDENT", "ADMIN") + "],\"next\":null}");
        for (String number : List.of("25/a", "2", "3")) {
            server.on(
                    "POST /api/users/" + number + "/password-reset",
                    200,
                    "{\"initialPassword\":\"new-" + number + "\"}");
        }
    }

    @Test
    void aRollIsReset() throws IOException {
        withRegister();
        String roll = file("name,enrolment,room\nAsha Rao,25/A,A1\nBilal,2,A2\nSomebody else,3,A3\nNobody,4,A4\n");
        assertEquals(Exit.REFUSED, call.run("--csv", "resetpassword", "--roll", roll));
        assertEquals(
                "id,name,enrolmentNumber,role,initialPassword,room\r\n1,Asha  RAO,25/a,STUDENT,new-25/a,A1\r\n1,Bilal,2,STUDENT,new-2,A2\r\n",
                call.out());
        assertEquals(
                List.of(
                        "Row 4, Somebody else (3): not reset: the number belongs to Chitra (3).",
                        "Row 5, Nobody (4): not reset: nobody has this number.",
                        "2 reset, 0 left as they are, 2 failed, of 4."),
                call.err().lines().toList());
    }

    @Test
    void onlyThoseAreResetWhoNeverSignedIn() throws IOException {
        withRegister();
        String roll = file("name,enrolment\nAsha Rao,25/A\nBilal,2\n");
        assertEquals(Exit.DONE, call.run("--csv", "resetpassword", "--roll", roll, "--never-seen"));
        assertFalse(call.out().contains("Bilal"));
        assertTrue(call.err().contains("1 reset, 1 left as they are, 0 failed, of 2."), call.err());
        Call all = Call.to(server);
        Path out = folder.resolve("all.csv");
        assertEquals(Exit.DONE, all.run("resetpassword", "--never-seen", "--out", out.toString()), all.err());
        assertEquals(3, Files.readAllLines(out).size(), "students who are active: Asha and Chitra");
    }

    @Test
    void atATerminalResettingManyAsksFirst() throws IOException {
        withRegister();
        String roll = file("name,enrolment\nAsha Rao,25/A\nBilal,2\n");
        assertEquals(Exit.REFUSED, call.answering("no").run("resetpassword", "--roll", roll));
        assertEquals(1, server.calls.size());
        assertTrue(call.err().contains("This gives 2 of 2 people"), call.err());
        assertEquals(Exit.DONE, call.answering("yes").run("resetpassword", "--roll", roll));
        assertEquals(Exit.DONE, call.answering().run("resetpassword", "--roll", roll, "--yes"));
    }

    @Test
    void aResetOfWhichNobodyKnowsIsNamed() throws IOException {
        withRegister();
        server.forget("POST /api/users/2/password-reset");
        server.on(
                "POST /api/users/2/password-reset",
                new StubServer.Reply(
                        503,
                        "application/problem+json",
                        "{\"type\":\"/problems/no-answer-yet\",\"title\":\"Not yet\"}",
                        Map.of()));
        assertEquals(
                Exit.PASSWORDS_LOST,
                call.run("resetpassword", "--roll", file("name,enrolment\nAsha Rao,25/A\nBilal,2\n")));
        assertTrue(call.err().endsWith("others:\nRow 3, Bilal (2)\n"), call.err());
    }
}
