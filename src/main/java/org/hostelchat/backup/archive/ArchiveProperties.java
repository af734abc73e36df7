package org.hostelchat.backup.archive;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Properties;

/**
 * What a backup says of itself.
 *
 * @param database what kind of database it holds
 * @param madeAt when the copy of the database was begun
 * @param program the version of the program that made it
 */
public record ArchiveProperties(DatabaseKind database, Instant madeAt, String program) {

    static final String ENTRY = "backup.properties";

    /** Raised when a program that knows only the formats before could not restore what is made now. */
    private static final String FORMAT = "hostel-chat-backup-1";

    /** A kind of database, and the name of its entry. */
    public enum DatabaseKind {
        /** A database file. */
        SQLITE("hostel.db"),
        /** A dump in pg_dump's custom format. */
        POSTGRESQL("hostel.dump");

        private final String entry;

        DatabaseKind(String entry) {
            this.entry = entry;
        }

        public String entry() {
            return entry;
        }
    }

    byte[] bytes() {
        var text = "format=" + FORMAT + "\ndatabase=" + database + "\nmade=" + madeAt + "\nprogram=" + program + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws NotABackup if this is no description of a backup, or one of a newer format */
    static ArchiveProperties parse(byte[] bytes) throws NotABackup {
        var read = read(bytes);
        if (!FORMAT.equals(read.getProperty("format"))) throw foreign();
        try {
            return new ArchiveProperties(
                    DatabaseKind.valueOf(read.getProperty("database", "")),
                    Instant.parse(read.getProperty("made", "")),
                    read.getProperty("program", ""));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw foreign();
        }
    }

    private static Properties read(byte[] bytes) throws NotABackup {
        var read = new Properties();
        try {
            read.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
            return read;
        } catch (IllegalArgumentException e) {
            throw foreign();
        } catch (IOException fromMemory) {
            throw new IllegalStateException(fromMemory);
        }
    }

    private static NotABackup foreign() {
        return new NotABackup(NotABackup.Reason.FOREIGN, ENTRY);
    }
}
