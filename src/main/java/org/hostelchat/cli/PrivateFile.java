package org.hostelchat.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.hostelchat.cli.text.CliWords;

/**
 * A new UTF-8 file for passwords. Has mode 0600 where the file system supports modes, never replaces another file, is
 * forced to disk at each flush, and is removed if it is not needed.
 */
final class PrivateFile {
    private final Path path;
    private final FileChannel channel;
    private final Writer writer;
    private long sound;

    private PrivateFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        this.writer =
                new FilterWriter(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8)) {
                    @Override
                    public void flush() throws IOException {
                        super.flush();
                        channel.force(false);
                    }
                };
    }

    /**
     * Creates the file.
     *
     * @throws Failure wrong use, if the file exists or cannot be created
     */
    static PrivateFile create(String name) {
        try {
            Path path = Path.of(name);
            Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new PrivateFile(path, FileChannel.open(path, options, onlyForTheOwner()));
        } catch (FileAlreadyExistsException e) {
            throw Failure.wrongUse(CliWords.text("file.there-already", "file", name));
        } catch (NoSuchFileException e) {
            throw Failure.wrongUse(CliWords.text("file.no-folder", "file", name));
        } catch (AccessDeniedException e) {
            throw Failure.wrongUse(CliWords.text("file.not-writable", "file", name));
        } catch (IOException | InvalidPathException e) {
            throw Failure.wrongUse(CliWords.text("file.not-made", "file", name, "why", e.getMessage()));
        }
    }

    /** Mode 0600, where the file system has modes. */
    static FileAttribute<?>[] onlyForTheOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A writer whose {@code flush} returns after everything is on disk. */
    Writer writer() {
        return writer;
    }

    /** Marks the present end as complete. To be called after a flush. */
    void mark() {
        try {
            sound = channel.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what was written after the last mark: half a password could be mistaken for a whole one. */
    void cutToMark() {
        try {
            channel.truncate(sound);
            channel.force(false);
        } catch (IOException diskIsGone) {
            // Nothing more can be done: the caller reports the person's password as lost in any case.
        }
    }

    /**
     * Closes the file. Nothing happens if it is closed already, so that what was kept stays.
     *
     * @param keep false to remove the file
     */
    void close(boolean keep) {
        if (!channel.isOpen()) return;
        try {
            channel.close();
            if (!keep) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
