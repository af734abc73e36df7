package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.hostelchat.launch.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteCheckTest {

    @TempDir
    private Path folder;

    /** The driver takes wishes from a URL, too; ours count more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?synchronous=OFF",
                "?journal_mode=DELETE",
                "?foreign_keys=false",
                "?secure_delete=false",
                "?busy_timeout=0"
            })
    void aFileIsAsItHasToBeWhateverTheUrlWishes(String wish) {
        SqliteCheck.of("jdbc:sqlite:" + folder.resolve("hostel.db") + wish);
    }

    @Test
    void aDatabaseInMemoryIsRefused() {
        var refused = assertThrows(CannotStart.class, () -> SqliteCheck.of("jdbc:sqlite::memory:"));
        assertTrue(refused.getMessage().contains("journal_mode"), refused.getMessage());
    }
}
