package org.hostelchat.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerReadsAKey() throws IOException {
        var path = folder.resolve("some.key");
        Files.writeString(path, "left open by mistake");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        new KeyFile(path).write("secret");
        assertEquals("secret\n", Files.readString(path));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void aDeletedKeyIsGoneAndMayBeDeletedAgain() {
        var key = new KeyFile(folder.resolve("some.key"));
        key.write("secret");
        key.delete();
        key.delete();
        assertFalse(Files.exists(key.path()));
    }

    @Test
    void theOperatorIsWhoeverReadsTheFile() throws IOException {
        var operatorKey = new OperatorKey(new AuthSettings(
                folder,
                Duration.ofHours(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                ZoneOffset.UTC,
                "Ganga Hostel",
                "",
                org.hostelchat.language.Language.EN));
        assertTrue(operatorKey.resume("").isEmpty(), "nothing opens before there is a key");
        operatorKey.renew();
        var first = Files.readString(folder.resolve("operator.key")).strip();
        assertTrue(operatorKey.resume(first).orElseThrow().caller().isOperator());
        assertTrue(operatorKey.resume(first + "x").isEmpty());
        operatorKey.renew();
        assertTrue(operatorKey.resume(first).isEmpty(), "each start makes another one");
    }
}
