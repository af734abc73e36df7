package org.hostelchat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hostelchat.backup.archive.ArchiveCheck;
import org.hostelchat.cli.text.CliWords;

/**
 * A data folder that a backup is put into. What is there now is moved aside, never deleted. If the process ends in between, a mark keeps
 * the server from starting with half of it, and the command can be called again. The marks' names are also in {@code
 * platform.db.RestoreMarks}, the lock's in {@code launch.FolderLock}.
 */
final class RestoreFolder implements AutoCloseable {
    private static final String LOCK = "server.lock";
    private static final String UNFINISHED = "restore.unfinished";
    private static final String DONE = "restore.done";
    private static final String NEW = "restore.new";
    private static final String FILES = "files";
    private static final DateTimeFormatter ASIDE =
            DateTimeFormatter.ofPattern("'before-restore-'yyyyMMdd-HHmmss", Locale.ROOT);

    private static final List<String> PRESENT = List.of("hostel.db", "hostel.db-wal", "hostel.db-shm", FILES);

    private final Path folder;
    private final FileChannel channel;
    private boolean wasInterrupted;

    private RestoreFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder for this process, as a server would.
     *
     * @throws Failure refused, if a server runs on it; wrong use, if it cannot be written to
     */
    static RestoreFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw Failure.refused(CliWords.text("restore.server-runs", "folder", folder));
            }
            return new RestoreFolder(folder, channel);
        } catch (IOException e) {
            throw Failure.wrongUse(CliWords.text("file.not-writable", "file", folder));
        }
    }

    /** Whether a server has run on it whose database is elsewhere. */
    boolean lacksDatabase() {
        boolean isUsed = Files.exists(folder.resolve(FILES)) || Files.exists(folder.resolve("run"));
        return isUsed && !isUnfinished() && !Files.exists(folder.resolve("hostel.db"));
    }

    private boolean isUnfinished() {
        return Files.exists(folder.resolve(UNFINISHED));
    }

    /** Copies the backup's content into the folder, beside what is there. May be repeated. */
    void unpack(ArchiveCheck backup) throws IOException {
        Path unpacked = folder.resolve(NEW);
        deleteAll(unpacked);
        Files.createDirectories(unpacked);
        copy(unpacked.resolve(backup.properties().database().entry()), backup::copyDatabase);
        for (String path : backup.files()) {
            Path file = unpacked.resolve(FILES).resolve(path);
            Files.createDirectories(file.getParent());
            copy(file, to -> backup.copyFile(path, to));
        }
        if (!backup.files().isEmpty()) forceAll(unpacked);
        force(unpacked);
    }

    /** The unpacked database. */
    Path unpackedDatabase(ArchiveCheck backup) {
        return folder.resolve(NEW).resolve(backup.properties().database().entry());
    }

    /** Forbids the server to start until {@link #finish}. */
    void begin() throws IOException {
        wasInterrupted = isUnfinished();
        Files.write(folder.resolve(UNFINISHED), new byte[0]);
        force(folder);
    }

    /** Takes back {@link #begin}, where nothing was changed. What an earlier call left half done stays forbidden. */
    void cancel() throws IOException {
        if (!wasInterrupted) Files.deleteIfExists(folder.resolve(UNFINISHED));
        deleteAll(folder.resolve(NEW));
    }

    /**
     * Puts what was unpacked into the place of what is there.
     *
     * @param withDatabase false if the database is not in this folder
     * @return where what was there is now
     */
    Path replace(boolean withDatabase) throws IOException {
        Path aside = folder.resolve(ASIDE.format(LocalDateTime.now(ZoneId.systemDefault())));
        Files.createDirectories(aside);
        for (String name : PRESENT) {
            Path file = folder.resolve(name);
            if ((withDatabase || name.equals(FILES)) && Files.exists(file)) Files.move(file, aside.resolve(name));
        }
        for (String name : PRESENT) {
            Path file = folder.resolve(NEW).resolve(name);
            if (Files.exists(file)) Files.move(file, folder.resolve(name));
        }
        force(folder);
        return aside;
    }

    /** Lets the server start, and tells it to begin a new epoch. */
    void finish() throws IOException {
        Files.write(folder.resolve(DONE), new byte[0]);
        force(folder);
        Files.deleteIfExists(folder.resolve(UNFINISHED));
        deleteAll(folder.resolve(NEW));
        force(folder);
    }

    private interface Content {
        void copy(OutputStream to) throws IOException;
    }

    private static void copy(Path file, Content content) throws IOException {
        try (FileChannel to = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PrivateFile.onlyForTheOwner())) {
            content.copy(Channels.newOutputStream(to));
            to.force(true);
        }
    }

    private static void forceAll(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.filter(Files::isDirectory).forEach(RestoreFolder::forceQuietly);
        }
    }

    private static void forceQuietly(Path folder) {
        try {
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes names durable; where folders can't be opened (Windows), they are so already. */
    private static void force(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The process is about to end, which closes it too.
        }
    }
}
