package org.hostelchat.platform.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    @Test
    void everyConnectionSurvivesPowerLoss(@TempDir Path folder) {
        try (var database = new BareDatabase(folder.resolve("hostel.db"))) {
            assertEquals(
                    Map.of(
                            "journal_mode",
                            "wal",
                            "synchronous",
                            2,
                            "foreign_keys",
                            1,
                            "secure_delete",
                            1,
                            "busy_timeout",
                            400),
                    database.pragmas("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"));
        }
    }
}
