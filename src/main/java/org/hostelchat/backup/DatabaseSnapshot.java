package org.hostelchat.backup;

import java.nio.file.Path;
import org.hostelchat.backup.archive.ArchiveProperties.DatabaseKind;

/** A port: copies the database as of one moment, while it is written to. Implemented for each database. */
public interface DatabaseSnapshot {

    DatabaseKind kind();

    /**
     * Copies the database into a file and checks the copy. People go on writing meanwhile.
     *
     * @param file exists and is empty
     * @throws org.hostelchat.refusal.Refusal.Unavailable if it could not be copied now, for example because the disk is full
     * @throws org.hostelchat.refusal.Refusal.Conflict if the program that copies it is not installed
     */
    void copyTo(Path file);
}
