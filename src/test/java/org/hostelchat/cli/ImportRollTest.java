package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of slips if something fails, or they are somebody else's. */
class ImportRollTest {

    private static final String IMPORTS = "/api/register/imports";
    private static final String SLIPS = "name,enrolmentNumber,initialPassword,wing,floor,room\r\nआशा,1/A,word,,,\r\n";

    private final StubServer server = new StubServer();
    private final Call call = Call.to(server);

    @TempDir
    private Path folder;

    private Path roll;
    private Path slips;

    @BeforeEach
    void file() throws IOException {
        roll = Files.writeString(folder.resolve("roll.csv"), "name,enrolment\nआशा,1/A\n");
        slips = folder.resolve("slips.csv");
        server.on("POST " + IMPORTS + "?name=roll.csv", 201, look(7, "NONE", "Warden", 0));
        for (var kind : List.of("WRONG", "ADDED", "MOVED", "CHANGED", "MISSING", "UNCHANGED")) {
            server.on("GET " + IMPORTS + "/7/rows?kind=" + kind + "&limit=500", 200, "{\"items\":[]}");
            server.on("GET " + IMPORTS + "/7/rows?limit=500&kind=" + kind, 200, "{\"items\":[]}");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String look(int id, String slips, String by, int total) {
        return ("{\"id\":%d,\"state\":\"DONE\",\"slips\":\"%s\",\"look\":\"x\",\"file\":\"roll.csv\",\"byName\":\"%s\",\"at\":1,"
                        + "\"rows\":1,\"added\":%4$d,\"changed\":0,\"moved\":0,\"unchanged\":0,\"left\":0,\"wrong\":0,"
                        + "\"done\":%4$d,\"total\":%4$d}")
                .formatted(id, slips, by, total);
    }

    private Exit apply() {
        return call.run("importroll", roll.toString(), "--apply", "ALL", "--slips", slips.toString());
    }

    private void givesSlips(int id) {
        server.on("GET " + IMPORTS + "/" + id, 200, look(id, "READY", "Warden", 1));
        server.on(
                "GET " + IMPORTS + "/" + id + "/slips?keep=yes",
                new StubServer.Reply(200, "text/csv", SLIPS, Map.of()));
    }

    @Test
    void aWrittenFileStaysIfTheServerDoesNotForgetThePasswords() throws IOException {
        server.on("POST " + IMPORTS + "/7/apply", 202, look(7, "READY", "Warden", 1));
        givesSlips(7);
        server.problem("DELETE " + IMPORTS + "/7/slips", 403, "{\"title\":\"Not allowed\"}");
        assertEquals(Exit.REFUSED, apply(), call.err());
        assertEquals(SLIPS, Files.readString(slips));
        assertTrue(call.err().contains("the server still has these passwords"), call.err());
    }

    @Test
    void whatIsForgottenAlreadyIsNoFailure() throws IOException {
        server.on("POST " + IMPORTS + "/7/apply", 202, look(7, "READY", "Warden", 1));
        givesSlips(7);
        server.problem("DELETE " + IMPORTS + "/7/slips", 410, "{\"title\":\"Given out already\"}");
        assertEquals(Exit.DONE, apply(), call.err());
        assertEquals(SLIPS, Files.readString(slips));
    }

    @Test
    void slipsThatAColleagueIsPrintingAreLeftAlone() {
        server.on("POST " + IMPORTS + "/7/apply", 202, look(7, "NONE", "Warden", 0));
        server.on("GET " + IMPORTS + "?", 200, "{\"items\":[" + look(6, "GIVEN", "Colleague", 1) + "]}");
        server.on("GET " + IMPORTS, 200, "{\"items\":[" + look(6, "GIVEN", "Colleague", 1) + "]}");
        assertEquals(Exit.DONE, apply(), call.err());
        assertFalse(Files.exists(slips));
    }

    @Test
    void itIsSaidWhoseSlipsTheseAre() throws IOException {
        server.on("POST " + IMPORTS + "/7/apply", 202, look(7, "NONE", "Warden", 0));
        server.on("GET " + IMPORTS + "?", 200, "{\"items\":[" + look(6, "READY", "Colleague", 1) + "]}");
        server.on("GET " + IMPORTS, 200, "{\"items\":[" + look(6, "READY", "Colleague", 1) + "]}");
        givesSlips(6);
        server.on("DELETE " + IMPORTS + "/6/slips", 204, "");
        assertEquals(Exit.DONE, apply(), call.err());
        assertEquals(SLIPS, Files.readString(slips));
        assertTrue(call.err().contains("Colleague"), call.err());
    }

    @Test
    void whoIsNotInTheFileIsCountedAndListedWhenAskedFor() {
        var look = look(7, "NONE", "Warden", 2).replace("\"left\":0", "\"left\":1");
        server.forget("POST " + IMPORTS + "?name=roll.csv");
        server.on("POST " + IMPORTS + "?name=roll.csv", 201, look);
        rows(
                "WRONG",
                "{\"row\":1,\"kind\":\"WRONG\",\"name\":\"A\",\"errors\":[{\"field\":\"enrolmentNumber\",\"message\":\"Odd.\"}]}");
        rows(
                "ADDED",
                "{\"row\":2,\"kind\":\"ADDED\",\"name\":\"Somebody with a long name\",\"enrolmentNumber\":\"1/A\"}");
        rows("MISSING", "{\"kind\":\"MISSING\",\"name\":\"Left out\",\"enrolmentNumber\":\"9/Z\"}");

        call.run("importroll", roll.toString());
        assertFalse(call.out().contains("Left out"), call.out());
        assertTrue(call.err().contains("--missing"), call.err());
        var lines = call.out().lines().toList();
        assertEquals(lines.get(1).indexOf("Enrolment: Odd."), lines.get(0).indexOf("What"), "Columns have one width");

        var asked = Call.to(server);
        asked.run("importroll", roll.toString(), "--missing");
        assertTrue(asked.out().contains("Left out"), asked.out());
    }

    private void rows(String kind, String row) {
        for (var query : List.of("?kind=" + kind + "&limit=500", "?limit=500&kind=" + kind)) {
            server.forget("GET " + IMPORTS + "/7/rows" + query);
            server.on("GET " + IMPORTS + "/7/rows" + query, 200, "{\"items\":[" + row + "]}");
        }
    }
}
