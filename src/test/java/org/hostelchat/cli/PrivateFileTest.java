package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptIsNotRemovedByALaterFailure() throws IOException {
        var path = folder.resolve("slips.csv");
        var file = PrivateFile.create(path.toString());
        var out = file.writer();
        out.write("आशा");
        out.flush();
        file.close(true);
        file.close(false);
        assertEquals("आशा", Files.readString(path));
    }

    @Test
    void whatIsNotNeededIsRemoved() {
        var path = folder.resolve("slips.csv");
        PrivateFile.create(path.toString()).close(false);
        assertFalse(Files.exists(path));
    }
}
