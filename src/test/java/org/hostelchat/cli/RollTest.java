package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name,enrolment\n",
                "name\nAsha\n",
                "Asha,1\n",
                "name,enrolment\nAsha\n",
                "name,enrolment\n,1\n",
                "name,enrolment\n123,1\n",
                "name,enrolment\nAsha,a b\n",
                "name,enrolment\nAsha,1\nBilal,1\n",
                "name,enrolment\nAsha,a\nBilal,A\n",
                "name,enrolment\n\"Asha,1\n",
                "name,enrolment\nAs\u202eha,1\n"
            })
    void aRollThatCannotBeRightIsNotSent(String text) throws IOException {
        assertEquals(Exit.WRONG_USE, call.run("registerstudent", "--roll", file(text)));
        assertEquals(List.of(), server.calls);
    }

    @Test
    void complainsByLineAndNotWithoutEnd() {
        String lines = IntStream.range(0, 50).mapToObj(i -> ",x" + i).collect(Collectors.joining("\n"));
        Failure failure = assertThrows(Failure.class, () -> Roll.parse("enrolment,name\nok,ok\n" + lines));
        assertTrue(failure.getMessage().contains("Line 3: '' is no enrolment number"), failure.getMessage());
        assertTrue(failure.getMessage().endsWith("and 40 more."), failure.getMessage());
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "name,enrolment\nJos\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Exit.WRONG_USE, call.run("registerstudent", "--roll", file.toString()));
        assertTrue(call.err().contains("UTF-8"), call.err());
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
                        "Line 3, Bilal (2): already registered; skipped.",
                        "Line 4, Chitra (3): not registered: Taken",
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
}
