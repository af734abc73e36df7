package org.hostelchat.platform.db.sqlite;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The write-ahead log beside a database: which pages it holds. SQLite takes no locks on it, so it may be opened and closed. */
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
     * The numbers of all pages that were written since the log was begun anew, transactions that were rolled back included.
     *
     * @throws IOException if it can't be read
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
                // What follows was left by an earlier round.
                if (next.getLong(8) != salt) break;
                pages.add(Integer.toUnsignedLong(next.getInt(0)));
            }
        } catch (EOFException begunAnew) {
            // Its pages are in the database by now.
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
