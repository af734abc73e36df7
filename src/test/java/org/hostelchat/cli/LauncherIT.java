package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hostelchat.support.BuildOutput;
import org.hostelchat.support.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script itself: in a clone, beside the WAR, with spaces and other scripts in its path. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path ROOT = BuildOutput.root();

    @TempDir
    Path temp;

    private Script calling(Path script) {
        return new Script(script).in(temp).with("XDG_CACHE_HOME", temp.resolve("cache"));
    }

    private static Path scriptIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.copy(ROOT.resolve("payara/hostel"), folder.resolve("hostel"));
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("cache/hostel-chat"))) {
            return files.toList();
        }
    }

    @Test
    void worksInACloneThatWasBuilt() throws Exception {
        Path script = scriptIn(temp.resolve("मेरा clone/payara"));
        Path target = Files.createDirectories(temp.resolve("मेरा clone/target"));
        Files.copy(BuildOutput.commandLineJar(), target.resolve("hostel-cli.jar"));
        Script.Ended wrong = calling(script)
                .run("registerstudent", "--name", "आशा राव", "आशा")
                .expect(2);
        assertTrue(wrong.err().contains("What is 'आशा'?"), wrong.err());
        assertFalse(Files.exists(temp.resolve("cache")));
    }

    @Test
    void saysItsVersionAndTeachesTheShell() throws Exception {
        Path script = scriptIn(temp.resolve("opt"));
        Files.copy(BuildOutput.commandLineJar(), script.resolveSibling("hostel-cli.jar"));
        String version = calling(script).run("--version").expect(0).out();
        assertTrue(version.matches("Hostel Chat \\d+\\.\\d+\\.\\d+\\S*\n"), version);
        Path completion = Files.writeString(
                temp.resolve("completion"),
                calling(script).run("completion").expect(0).out());
        Script.Ended completed = new Script(Path.of("/bin/bash"))
                .in(temp)
                .run(
                        "-c",
                        ". '" + completion + "'; COMP_WORDS=(hostel messagelist --a); COMP_CWORD=2; "
                                + "_complete_hostel; echo ${COMPREPLY[@]}; COMP_WORDS=(hostel res); COMP_CWORD=1; "
                                + "_complete_hostel; echo ${COMPREPLY[@]}");
        assertEquals("--author\nresetpassword restore\n", completed.expect(0).out());
    }

    @Test
    void worksBesideTheWarAloneAndThroughALink() throws Exception {
        Path script = scriptIn(temp.resolve("opt/hostel chat"));
        Files.copy(BuildOutput.war(), script.resolveSibling("hostel-chat.war"));
        Path link = Files.createSymbolicLink(temp.resolve("hostel"), script);
        calling(link).run("--url", "http://127.0.0.1:1", "userlist").expect(3);
        assertEquals(1, cached().size());
        calling(link).with("XDG_CACHE_HOME", "/proc/nowhere").run("--help").expect(0);
    }

    @Test
    void callsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        Path script = scriptIn(temp.resolve("opt"));
        Files.copy(BuildOutput.war(), script.resolveSibling("hostel-chat.war"));
        List<Script.Running> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(calling(script).start("userlist", "--help"));
        }
        calls.forEach(each -> each.end().expect(0));
        assertEquals(1, cached().size());
        assertTrue(cached().get(0).toString().endsWith(".jar"), cached().toString());
    }

    @Test
    void findsTheDataFolderNextToItAndTheServerOfThatFolder() throws Exception {
        Path script = scriptIn(temp.resolve("hostel/payara"));
        Files.copy(BuildOutput.commandLineJar(), temp.resolve("hostel/hostel-cli.jar"));
        Files.createDirectories(temp.resolve("hostel/data"));
        Files.writeString(temp.resolve("hostel/data/operator.key"), "from-its-folder");
        try (StubServer server = new StubServer()) {
            server.on("GET /api/users?limit=500", 200, "{\"items\":[],\"next\":null}");
            Files.writeString(temp.resolve("hostel/data/server.url"), server.url() + "\n");
            calling(script).run("userlist").expect(0);
            assertEquals(List.of("Bearer from-its-folder"), server.credentials);
        }
        String gone = calling(script).run("userlist").expect(3).err();
        assertTrue(gone.contains("http://127.0.0.1:") && gone.contains("data/server.url"), gone);
    }

    @Test
    void whenStoppedItFinishesThePersonAtHand() throws Exception {
        Path roll = roll(5);
        Path out = temp.resolve("passwords.csv");
        try (StubServer server = registering(5)) {
            CompletableFuture<Process> process = new CompletableFuture<>();
            // The third is at hand when the signal comes.
            server.before(any -> {
                if (server.calls.size() == 2) {
                    process.join().destroy();
                    pause();
                }
            });
            Script.Running call = calling(script())
                    .with("HOSTEL_URL", server.url())
                    .with("HOSTEL_TOKEN", "secret")
                    .start("registerstudent", "--roll", roll.toString(), "--out", out.toString());
            process.complete(call.process());
            Script.Ended ended = call.end().expect(130);
            assertTrue(ended.err().contains("3 registered, 0 already there, 0 failed, of 5."), ended.err());
            assertEquals(3, server.calls.size());
        }
        assertEquals(4, Files.readAllLines(out).size());
    }

    @Test
    void aPipeThatIsClosedOnTheWayLosesNobodyInSilence() throws Exception {
        Path roll = roll(8);
        try (StubServer server = registering(8)) {
            server.before(any -> pause());
            Script.Ended ended = new Script(Path.of("/bin/sh"))
                    .in(temp)
                    .with("HOSTEL_URL", server.url())
                    .with("HOSTEL_TOKEN", "secret")
                    .run(
                            "-c",
                            "{ '" + script() + "' --csv registerstudent --roll '" + roll
                                    + "'; echo $? >code; } | { read line; }")
                    .expect(0);
            assertEquals("4", Files.readString(temp.resolve("code")).strip(), ended.err());
            int last = server.calls.size();
            assertTrue(last < 8, "stopped at the first that could not be written");
            assertTrue(
                    ended.err().contains("others:\nRow " + (last + 1) + ", Person" + (char) ('A' + last - 1)),
                    ended.err());
        }
    }

    private static Path script() {
        BuildOutput.commandLineJar();
        return ROOT.resolve("payara/hostel");
    }

    private Path roll(int people) throws IOException {
        StringBuilder roll = new StringBuilder("name,enrolment\n");
        for (int i = 1; i <= people; i++) {
            roll.append("Person")
                    .append((char) ('A' + i - 1))
                    .append(',')
                    .append(i)
                    .append('\n');
        }
        return Files.writeString(temp.resolve("roll.csv"), roll);
    }

    private static StubServer registering(int people) {
        StubServer server = new StubServer();
        for (int i = 1; i <= people; i++) {
            server.on(
                    "POST /api/users",
                    201,
                    "{\"id\":" + i + ",\"name\":\"Person" + (char) ('A' + i - 1) + "\",\"enrolmentNumber\":\"" + i
                            + "\",\"role\":\"STUDENT\",\"initialPassword\":\"pw-" + i + "\"}");
        }
        return server;
    }

    /** Long enough for a signal, or the end of a reader, to reach another process. */
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Script.Ended alone =
                calling(scriptIn(temp.resolve("alone"))).run("userlist").expect(2);
        assertTrue(alone.err().contains("hostel-cli.jar") && alone.err().contains("hostel-chat.war"), alone.err());
    }
}
