package org.hostelchat.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hostelchat.backup.archive.ArchiveProperties;
import org.hostelchat.backup.archive.ArchiveWriter;

/**
 * A backup that is ready to be sent: the database is copied, the files are read while they are sent. A file never changes, and one that
 * is erased meanwhile is left out: the messages that had it are erased too, only later than the copy.
 */
public final class Backup implements AutoCloseable {

    /** Folders of whole files. Unfinished uploads are in another; nothing refers to them. */
    private static final String FOLDERS = "[0-9a-f][0-9a-f]";

    private static final int BUFFER = 1 << 16;

    private final ArchiveProperties properties;
    private final Path database;
    private final Path files;
    private final Runnable whenClosed;

    Backup(ArchiveProperties properties, Path database, Path files, Runnable whenClosed) {
        this.properties = properties;
        this.database = database;
        this.files = files;
        this.whenClosed = whenClosed;
    }

    public ArchiveProperties properties() {
        return properties;
    }

    /** The copy of the database, to be filled before it is sent. */
    Path database() {
        return database;
    }

    /** Writes all of it. What fails in between leaves a stream that {@code ArchiveCheck} recognises as cut off. */
    public void writeTo(OutputStream out) throws IOException {
        var writer = new ArchiveWriter(out, properties);
        try (var content = new BufferedInputStream(Files.newInputStream(database), BUFFER)) {
            writer.addDatabase(properties.database(), content);
        }
        if (Files.isDirectory(files)) addFiles(writer);
        writer.finish();
    }

    private void addFiles(ArchiveWriter writer) throws IOException {
        try (var folders = Files.newDirectoryStream(files, FOLDERS)) {
            for (var folder : folders) {
                try (var content = Files.newDirectoryStream(folder)) {
                    for (var file : content) add(writer, file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void add(ArchiveWriter writer, Path file) throws IOException {
        InputStream content;
        try {
            content = Files.newInputStream(file);
        } catch (NoSuchFileException erased) {
            return; // Since it was listed.
        }
        try (content) {
            writer.addFile(file.getParent().getFileName() + "/" + file.getFileName(), content);
        }
    }

    /** Removes the copy of the database. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(database);
        } catch (IOException e) {
            System.getLogger(Backup.class.getName())
                    .log(System.Logger.Level.WARNING, "A backup's copy of the database is left: " + database, e);
        } finally {
            whenClosed.run();
        }
    }
}
