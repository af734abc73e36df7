package org.hostelchat.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderCheckTest {

    @TempDir
    private Path temp;

    @Test
    void aNewFolderIsForItsOwnerAlone() throws IOException {
        var folder = DataFolderCheck.open(temp.resolve("a/b/छात्रावास"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
        var file = Files.createFile(temp.resolve("file"));
        assertRefused(file, "HOSTEL_DATA");
        assertRefused(file.resolve("data"), "HOSTEL_DATA");
    }

    @Test
    void theFolderOfAnotherAccountIsRefusedEvenToRoot() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "nobody else can give a folder away");
        var folder = Files.createDirectory(temp.resolve("data"));
        Files.setOwner(
                folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        assertRefused(folder, "belongs to 'nobody'");
    }

    private static void assertRefused(Path folder, String names) {
        var refusal = assertThrows(CannotStart.class, () -> DataFolderCheck.open(folder));
        assertTrue(refusal.getMessage().contains(names), refusal.getMessage());
        assertEquals(78, refusal.exitCode());
    }
}
