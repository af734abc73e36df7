package org.hostelchat.backup.archive;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An arbitrary file is a whole backup with names that lead out of no folder, or it is none. */
class ArchiveFuzz {

    @FuzzTest(maxDuration = "5m")
    void archives(byte[] bytes) throws IOException {
        var file = Files.createTempFile("archive", ".zip");
        try {
            Files.write(file, bytes);
            read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void read(Path file) throws IOException {
        try (var archive = ArchiveCheck.open(file)) {
            archive.verify();
            assertTrue(archive.properties().database() != null);
            for (var name : archive.files()) {
                var path = Path.of("files").resolve(name);
                assertTrue(path.normalize().equals(path) && path.startsWith("files"), name);
                assertFalse(Path.of(name).isAbsolute(), name);
            }
        } catch (NotABackup other) {
            assertFalse(other.getMessage().isBlank());
        }
    }
}
