package org.hostelchat.backup.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hostelchat.backup.archive.ArchiveProperties.DatabaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final ArchiveProperties PROPERTIES =
            new ArchiveProperties(DatabaseKind.SQLITE, Instant.parse("2026-01-31T03:15:00Z"), "1.0");
    private static final byte[] DATABASE =
            "सबके लिए चाय, எல்லோருக்கும் தேநீர்".repeat(2000).getBytes(StandardCharsets.UTF_8);
    private static final String PICTURE = "ab/ab01";

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenComesBack() throws IOException {
        try (var backup = ArchiveCheck.open(file(archive()))) {
            backup.verify();
            assertEquals(PROPERTIES, backup.properties());
            assertEquals(List.of(PICTURE), backup.files());
            var database = new ByteArrayOutputStream();
            backup.copyDatabase(database);
            assertArrayEquals(DATABASE, database.toByteArray());
            var picture = new ByteArrayOutputStream();
            backup.copyFile(PICTURE, picture);
            assertEquals("picture", picture.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aBackupThatWasCutOffAnywhereIsRecognised() throws IOException {
        var whole = archive();
        for (var length = 0; length < whole.length; length += 1 + whole.length / 60) {
            var cut = java.util.Arrays.copyOf(whole, length);
            assertThrows(NotABackup.class, () -> verify(cut), length + " of " + whole.length + " bytes");
        }
    }

    @Test
    void aChangedByteOfTheContentsIsRecognised() throws IOException {
        var whole = archive();
        var random = new Random(7);
        var untold = 0;
        for (var i = 0; i < 200; i++) {
            var changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                verify(changed);
                untold++;
                // A time or a flag of the ZIP file: the contents are as they were.
                assertContents(changed);
            } catch (NotABackup recognised) {
                assertTrue(recognised.getMessage().length() > 0);
            }
        }
        assertTrue(untold < 100, untold + " of 200");
    }

    @Test
    void aBackupThatWasNotFinishedIsNone() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new ArchiveWriter(out, PROPERTIES)) {
            writer.addDatabase(DatabaseKind.SQLITE, new ByteArrayInputStream(DATABASE));
        }
        assertEquals(
                NotABackup.Reason.DAMAGED,
                assertThrows(NotABackup.class, () -> verify(out.toByteArray())).reason());
    }

    @Test
    void otherFilesAreNoBackups() throws IOException {
        for (var foreign : List.of(
                new byte[0], "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), zip("hello.txt", "hello"))) {
            assertEquals(
                    NotABackup.Reason.FOREIGN,
                    assertThrows(NotABackup.class, () -> verify(foreign)).reason());
        }
        var newer =
                zip("backup.properties", "format=hostel-chat-backup-2\ndatabase=SQLITE\nmade=2026-01-31T03:15:00Z\n");
        assertEquals(
                NotABackup.Reason.FOREIGN,
                assertThrows(NotABackup.class, () -> verify(newer)).reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files/../../etc/cron.d/x",
                "/etc/passwd",
                "files/..",
                "files/a/../../hostel.db",
                "files/.ssh/x",
                "files/a\\b",
                "other.db"
            })
    void noNameLeadsOutOfTheFolder(String name) throws IOException {
        assertFalse(ArchiveCheck.isFile(name));
        var sums = "0".repeat(64) + "  hostel.db\n" + "0".repeat(64) + "  " + name + "\n";
        var evil = zip(
                "backup.properties",
                new String(PROPERTIES.bytes(), StandardCharsets.UTF_8),
                "hostel.db",
                "",
                name,
                "x",
                "SHA256SUMS",
                sums);
        assertEquals(
                NotABackup.Reason.FOREIGN,
                assertThrows(NotABackup.class, () -> verify(evil)).reason());
    }

    private void assertContents(byte[] bytes) throws IOException {
        try (var backup = ArchiveCheck.open(file(bytes))) {
            var database = new ByteArrayOutputStream();
            backup.copyDatabase(database);
            assertArrayEquals(DATABASE, database.toByteArray());
        }
    }

    private void verify(byte[] bytes) throws IOException {
        try (var backup = ArchiveCheck.open(file(bytes))) {
            backup.verify();
            backup.copyDatabase(OutputStream.nullOutputStream());
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("backup.zip"), bytes);
    }

    private static byte[] archive() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new ArchiveWriter(out, PROPERTIES)) {
            writer.addDatabase(DatabaseKind.SQLITE, new ByteArrayInputStream(DATABASE));
            writer.addFile(PICTURE, new ByteArrayInputStream("picture".getBytes(StandardCharsets.UTF_8)));
            writer.finish();
        }
        return out.toByteArray();
    }

    /** @param namesAndTexts in turn */
    private static byte[] zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
