package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreFolderTest {

    @TempDir
    Path folder;

    @Test
    void aCancelledOneLetsTheServerStartUnlessAnEarlierOneIsHalfDone() throws IOException {
        try (var data = RestoreFolder.open(folder)) {
            data.begin();
            data.cancel();
            assertFalse(Files.exists(folder.resolve("restore.unfinished")));
        }
        Files.createFile(folder.resolve("restore.unfinished"));
        try (var data = RestoreFolder.open(folder)) {
            data.begin();
            data.cancel();
            assertTrue(Files.exists(folder.resolve("restore.unfinished")));
        }
    }

    @Test
    void aServersFolderWithoutADatabaseIsTold() throws IOException {
        try (var data = RestoreFolder.open(folder)) {
            assertFalse(data.lacksDatabase(), "a new one");
            Files.createDirectory(folder.resolve("files"));
            assertTrue(data.lacksDatabase());
            data.begin();
            assertFalse(data.lacksDatabase(), "an interrupted restore has moved it aside");
            data.cancel();
            Files.createFile(folder.resolve("hostel.db"));
            assertFalse(data.lacksDatabase());
        }
    }
}
