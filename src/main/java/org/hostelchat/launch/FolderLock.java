package org.hostelchat.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Ensures that only one server uses a data folder. The operating system holds the lock for the process and releases it
 * when that ends, even if it is killed; the lock file that is left behind has no effect.
 */
public final class FolderLock implements AutoCloseable {

    private static final String FILE = "server.lock";

    /** System property that tells the application that this process holds the lock already. */
    private static final String HELD = "org.hostelchat.locked";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, unless {@link #takeForProcess} has taken it for this process.
     *
     * @param folder absolute and existing
     * @return the lock, to be closed to release the folder
     * @throws CannotStart if another server holds the lock, or the lock file cannot be written
     */
    public static FolderLock take(Path folder) {
        return folder.toString().equals(System.getProperty(HELD)) ? new FolderLock(null) : open(folder);
    }

    /** Takes the lock until the process ends. */
    static void takeForProcess(Path folder) {
        held = open(folder);
        System.setProperty(HELD, folder.toString());
    }

    /**
     * Referenced statically, because the garbage collector would close an unreachable channel, which releases the lock.
     */
    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private static FolderLock held;

    private static FolderLock open(Path folder) {
        var file = folder.resolve(FILE);
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw CannotStart.forNow("Another server" + processIn(file) + " runs on the data folder " + folder
                        + ". One folder is for one server: stop that one, or name another with --data.");
            }
            var process = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((process + '\n').getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
        } catch (IOException e) {
            throw DataFolderCheck.notWritable(folder, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Held by another application in the same JVM.
            return false;
        }
    }

    private static String processIn(Path file) {
        try {
            var process = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return process.matches("\\d{1,10}") ? " (process " + process + ")" : "";
        } catch (IOException unknown) {
            return "";
        }
    }

    @Override
    public void close() {
        if (channel == null) return;
        try {
            channel.close();
        } catch (IOException e) {
            // The process is about to end, which closes the channel too.
        }
    }
}
