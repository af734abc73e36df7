package org.hostelchat.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.hostelchat.cli.text.CliWords;

/**
 * A file that is put into the running server's data folder, since it is larger than what may be sent to it. It belongs to whom the folder belongs
 * to, has mode 0600, and is removed at the end. The server knows it by its name ({@code platform.db.SqliteReportFiles}).
 */
final class Handover {
    private static final String FOLDER = "handover";

    private final Path file;

    private Handover(Path file) {
        this.file = file;
    }

    /**
     * Copies a file. What another call has left there is replaced.
     *
     * @param name by which the server knows it
     * @throws Failure wrong use, if the file is not there or the data folder is not writable
     */
    static Handover of(Path from, Path data, String name) {
        if (!Files.isRegularFile(from)) throw Failure.wrongUse(CliWords.text("file.not-found", "file", from));
        Path folder = data.resolve(FOLDER);
        Handover handover = new Handover(folder.resolve(name));
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder, onlyForTheOwner(data));
                giveTo(data, folder);
            }
            Files.deleteIfExists(handover.file);
            try (FileChannel to = FileChannel.open(
                    handover.file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PrivateFile.onlyForTheOwner())) {
                Files.copy(from, Channels.newOutputStream(to));
            }
            giveTo(data, handover.file);
            return handover;
        } catch (NoSuchFileException e) {
            throw Failure.wrongUse(CliWords.text("file.no-folder", "file", data));
        } catch (IOException e) {
            handover.close();
            throw Failure.wrongUse(CliWords.text("file.not-made", "file", handover.file, "why", e.getMessage()));
        }
    }

    private static FileAttribute<?>[] onlyForTheOwner(Path data) {
        return isPosix(data)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The server may run as another account than the one that calls. */
    private static void giveTo(Path data, Path made) throws IOException {
        if (isPosix(data) && !Files.getOwner(data).equals(Files.getOwner(made)))
            Files.setOwner(made, Files.getOwner(data));
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Removes it. */
    void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (IOException notEmpty) {
            // Another call may be at work there.
        }
    }
}
