package org.hostelchat.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hostelchat.backup.archive.ArchiveProperties;
import org.hostelchat.backup.archive.ArchiveWriter;

/**
 * A backup that is ready to be sent: the database is copied, the files are read while they are sent. A file never changes, and one that
 * is erased meanwhile is left out: the messages that had it are erased too, only later than the copy.
 */
public final class Backup implements AutoCloseable {

    /** Where unfinished uploads are; nothing refers to them. */
    private static final String UPLOADS = "uploads";

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

    /** Writes all of it. What fails in between leaves a stream that {@code ArchiveCheck} recognises as cut off. */
    public void writeTo(OutputStream out) throws IOException {
        var writer = new ArchiveWriter(out, properties);
        try (var content = new BufferedInputStream(Files.newInputStream(database), BUFFER)) {
            writer.addDatabase(properties.database(), content);
        }
        if (Files.isDirectory(files)) {
            try (var all = Files.walk(files)) {
                all.filter(Files::isRegularFile).forEach(file -> add(writer, file));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        writer.finish();
    }

    private void add(ArchiveWriter writer, Path file) {
        var path = files.relativize(file);
        if (path.startsWith(UPLOADS)) return;
        try (var content = Files.newInputStream(file)) {
            writer.addFile(String.join("/", names(path)), content);
        } catch (NoSuchFileException erased) {
            // Erased since it was listed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Iterable<String> names(Path path) {
        return () -> Stream.iterate(0, at -> at < path.getNameCount(), at -> at + 1)
                .map(at -> path.getName(at).toString())
                .iterator();
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
