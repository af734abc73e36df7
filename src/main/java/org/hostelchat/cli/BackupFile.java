package org.hostelchat.cli;

import java.io.IOException;
import java.io.InputStream;
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

    /** Reads what was written. */
    @FunctionalInterface
    interface Check {
        /** @throws IOException if it is not whole */
        void verify(Path file) throws IOException;
    }

    /** Writes a backup. */
    static void write(Path file, Consumer<OutputStream> content) {
        write(file, content, part -> {
            try (ArchiveCheck written = ArchiveCheck.open(part)) {
                written.verify();
            }
        });
    }

    /**
     * Writes a file of that kind.
     *
     * @param content writes it to the stream
     * @throws Failure wrong use, if the file exists or its folder does not; refused, if what was written is not whole
     */
    static void write(Path file, Consumer<OutputStream> content, Check check) {
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
            check.verify(part);
            giveName(part, file);
        } catch (IOException | UncheckedIOException e) {
            String why = e instanceof UncheckedIOException ? e.getCause().getMessage() : e.getMessage();
            throw Failure.refused(CliWords.text("backup.not-written", "file", file, "why", why));
        } finally {
            delete(part);
        }
    }

    /** Tells what fails to be read from what fails to be written. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = from.read(buffer)) >= 0; ) {
            try {
                to.write(buffer, 0, read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
