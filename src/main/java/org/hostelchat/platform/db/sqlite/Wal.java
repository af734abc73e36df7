package org.hostelchat.platform.db.sqlite;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads which pages are in the write-ahead log of a database. SQLite takes no POSIX locks on that file, so it may be
 * opened and closed.
 */
public final class Wal {

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private final Path file;

    /** @param database the database's file */
    public Wal(Path database) {
        file = Path.of(database + "-wal");
    }

    public boolean isEmpty() throws IOException {
        return !Files.exists(file) || Files.size(file) == 0;
    }

    /**
     * The numbers of all pages written since the log was last restarted, including those of transactions that were
     * rolled back.
     *
     * @throws IOException if it cannot be read
     */
    public Set<Long> pages() throws IOException {
        var pages = new HashSet<Long>();
        if (isEmpty()) return pages;
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var header = read(in, 0, HEADER);
            var frame = FRAME_HEADER + (long) header.getInt(8);
            var salt = header.getLong(16);
            for (var at = (long) HEADER; at + frame <= in.length(); at += frame) {
                var next = read(in, at, FRAME_HEADER);
                // Frames with another salt are left over from before the restart.
                if (next.getLong(8) != salt) break;
                pages.add(Integer.toUnsignedLong(next.getInt(0)));
            }
        } catch (EOFException begunAnew) {
            // The log was truncated meanwhile: all its pages are in the database file.
        }
        return pages;
    }

    private static ByteBuffer read(RandomAccessFile in, long at, int length) throws IOException {
        var bytes = new byte[length];
        in.seek(at);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
