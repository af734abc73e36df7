package org.hostelchat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Consumer;
import org.hostelchat.backup.archive.ArchiveCheck;
import org.hostelchat.cli.text.CliWords;

/**
 * A backup that is being written: under another name, mode 0600, until it is on disk and its digests were compared. Then it gets its
 * name, which never replaces another file.
 */
final class BackupFile {

    private BackupFile() {}

    /**
     * Writes a backup.
     *
     * @param content writes it to the stream
     * @throws Failure wrong use, if the file exists or its folder does not; refused, if what was written is not whole
     */
    static void write(Path file, Consumer<OutputStream> content) {
        if (Files.exists(file)) throw exists(file);
        Path part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PrivateFile.onlyForTheOwner())) {
                content.accept(Channels.newOutputStream(channel));
                channel.force(true);
            }
            try (ArchiveCheck written = ArchiveCheck.open(part)) {
                written.verify();
            }
            giveName(part, file);
        } catch (IOException | UncheckedIOException e) {
            String why = e instanceof UncheckedIOException ? e.getCause().getMessage() : e.getMessage();
            throw Failure.refused(CliWords.text("backup.not-written", "file", file, "why", why));
        } finally {
            delete(part);
        }
    }

    /** By a link, which fails where the file exists; by renaming where the file system has no links. */
    private static void giveName(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (UnsupportedOperationException | IOException noLinks) {
            if (Files.exists(file)) throw exists(file);
            Files.move(part, file);
        }
    }

    private static Failure exists(Path file) {
        return Failure.wrongUse(CliWords.text("file.there-already", "file", file));
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            // Its name says what it is.
        }
    }
}
