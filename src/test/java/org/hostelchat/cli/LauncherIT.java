package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hostelchat.support.Built;
import org.hostelchat.support.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script itself: in a clone, beside the WAR, with spaces and other scripts in its path. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path ROOT = Built.root();
    private static final Path SOURCES = Path.of("src/main/java/org/hostelchat/cli");

    @TempDir
    Path temp;

    private Script calling(Path script) {
        return new Script(script).in(temp).with("XDG_CACHE_HOME", temp.resolve("cache"));
    }

    private static Path scriptIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.copy(ROOT.resolve("payara/hostel"), folder.resolve("hostel"));
    }

    private Path clone(String name) throws IOException {
        Path clone = temp.resolve(name);
        Files.createDirectories(clone.resolve(SOURCES));
        try (Stream<Path> files = Files.list(ROOT.resolve(SOURCES))) {
            for (Path file : files.toList()) {
                Files.copy(file, clone.resolve(SOURCES).resolve(file.getFileName()));
            }
        }
        return scriptIn(clone.resolve("payara"));
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("cache/hostel-chat"))) {
            return files.toList();
        }
    }

    @Test
    void worksInACloneAndCompilesOncePerChange() throws Exception {
        Path script = clone("मेरा clone");
        Script.Ended first = calling(script)
                .run("registerstudent", "--name", "आशा राव", "आशा")
                .expect(2);
        assertTrue(first.err().contains("What is 'आशा'?"), first.err());
        calling(script).run("--help").expect(0);
        assertEquals(1, cached().size());
        Path help = script.resolveSibling("..").resolve(SOURCES).resolve("Help.java");
        Files.writeString(help, Files.readString(help).replace("from the command line.", "changed."));
        assertTrue(calling(script).run("--help").out().startsWith("Hostel Chat changed."));
        assertEquals(2, cached().size());
    }

    @Test
    void worksBesideTheWarAndThroughALink() throws Exception {
        Path script = scriptIn(temp.resolve("opt/hostel chat"));
        Files.copy(Built.war(), script.resolveSibling("hostel-chat.war"));
        Path link = Files.createSymbolicLink(temp.resolve("hostel"), script);
        calling(link).run("--url", "http://127.0.0.1:1", "userlist").expect(3);
        assertEquals(1, cached().size());
    }

    @Test
    void callsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        Path script = clone("clone");
        List<Script.Running> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(calling(script).start("userlist", "--help"));
        }
        calls.forEach(each -> each.end().expect(0));
        assertEquals(1, cached().size());
        try (Stream<Path> files = Files.list(cached().get(0))) {
            assertEquals(
                    List.of("org"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void findsTheDataFolderNextToIt() throws Exception {
        Path script = scriptIn(temp.resolve("hostel/payara"));
        Files.copy(Built.war(), temp.resolve("hostel/hostel-chat.war"));
        Files.createDirectories(temp.resolve("hostel/data"));
        Files.writeString(temp.resolve("hostel/data/operator.key"), "from-its-folder");
        try (StubServer server = new StubServer()) {
            server.on("GET /api/users?limit=500", 200, "{\"items\":[],\"next\":null}");
            calling(script).run("userlist", "--url", server.url()).expect(0);
            assertEquals(List.of("Bearer from-its-folder"), server.credentials);
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Script.Ended alone =
                calling(scriptIn(temp.resolve("alone"))).run("userlist").expect(2);
        assertTrue(alone.err().contains("hostel-chat.war"), alone.err());
    }
}
