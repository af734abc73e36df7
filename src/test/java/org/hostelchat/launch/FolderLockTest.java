package org.hostelchat.launch;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    private Path folder;

    @Test
    void oneServerAtATime() {
        try (var first = FolderLock.take(folder)) {
            var refusal = assertThrows(CannotStart.class, () -> FolderLock.take(folder));
            assertNotNull(first);
            assertTrue(refusal.getMessage()
                    .contains("process " + ProcessHandle.current().pid()));
        }
        FolderLock.take(folder).close();
    }

    @Test
    void theLockOfAKilledServerIsTakenOver() throws IOException {
        Files.writeString(folder.resolve("server.lock"), "4711\n");
        FolderLock.take(folder).close();
    }
}
