package org.hostelchat.platform.db.sqlite;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The main file of a SQLite database, for reading pages, and for overwriting what stands in their free space.
 *
 * <p>Only to be closed when this process has no connection to the database any more: by POSIX, whoever closes a file gives up all
 * locks that the process has on it, SQLite's among them. That is also why the server has one for as long as it runs ({@link
 * #shared}), and why it is no channel, which an interrupt would close.
 *
 * <p>For one thread at a time.
 */
public final class DatabaseFile implements AutoCloseable {

    private static final int CHUNK = 1 << 20;

    /** Beyond these many pages the first byte does not tell a b-tree's page from an overflow page any more: 128 GB. */
    private static final long MOST_PAGES = 1 << 25;

    private final RandomAccessFile file;
    private final byte[] chunk = new byte[CHUNK];

    private DatabaseFile(RandomAccessFile file) {
        this.file = file;
    }

    /** @throws IOException if it can't be opened for writing */
    public static DatabaseFile open(Path path) throws IOException {
        return new DatabaseFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    /**
     * The one of this process for a path, which stays open until the process ends, also where the application is deployed anew.
     *
     * @throws IOException as {@link #open}
     */
    public static DatabaseFile shared(Path path) throws IOException {
        var key = DatabaseFile.class.getName() + ":" + path.toAbsolutePath().normalize();
        var properties = System.getProperties();
        synchronized (properties) {
            var kept = (RandomAccessFile) properties.get(key);
            if (kept == null) {
                kept = new RandomAccessFile(path.toFile(), "rw");
                properties.put(key, kept);
            }
            return new DatabaseFile(kept);
        }
    }

    /**
     * Looks through the whole file for pages with something in their free space. Needs no lock: a page that is being written
     * meanwhile is named too, or is among those of the write-ahead log.
     *
     * @param goOn asked now and then
     * @return the pages' numbers
     * @throws IOException if the file can't be read, or is not a database that this class knows; {@link InterruptedIOException}
     *     once {@code goOn} has said no
     */
    public Set<Long> pagesWithTraces(BooleanSupplier goOn) throws IOException {
        var layout = layout();
        var found = new HashSet<Long>();
        var perChunk = CHUNK / layout.pageSize();
        var pages = file.length() / layout.pageSize();
        for (var first = 1L; first <= pages; first += perChunk) {
            if (!goOn.getAsBoolean()) throw new InterruptedIOException();
            var count = (int) Math.min(perChunk, pages - first + 1);
            read((first - 1) * layout.pageSize(), count * layout.pageSize());
            for (var i = 0; i < count; i++) {
                if (hasTraces(page(i, layout), first + i, layout)) found.add(first + i);
            }
        }
        return found;
    }

    private static boolean hasTraces(ByteBuffer page, long number, Layout layout) {
        return FreeSpace.withTraces(page, number, layout.usable())
                .map(pieces -> !pieces.isEmpty())
                .orElse(true);
    }

    /**
     * Fills the free space of these pages with zeros, on the disk when this returns. The caller has SQLite's write lock, and its
     * write-ahead log is empty; afterwards, and before anybody else writes, it has to commit something by a connection made since,
     * so that no other connection goes on with a copy of a page in its memory.
     *
     * @return whether anything had to be overwritten
     * @throws IOException if the file can't be read or written
     */
    public boolean overwriteTraces(Collection<Long> pages) throws IOException {
        var layout = layout();
        var last = file.length() / layout.pageSize();
        var written = false;
        for (var number : pages) {
            if (number < 1 || number > last) continue;
            read((number - 1) * layout.pageSize(), layout.pageSize());
            written |= overwrite(page(0, layout), number, layout);
        }
        if (written) file.getFD().sync();
        return written;
    }

    private boolean overwrite(ByteBuffer page, long number, Layout layout) throws IOException {
        var pieces = FreeSpace.withTraces(page, number, layout.usable()).orElse(List.of());
        for (var piece : pieces) {
            file.seek((number - 1) * layout.pageSize() + piece.offset());
            file.write(new byte[piece.length()]);
        }
        return !pieces.isEmpty();
    }

    private ByteBuffer page(int index, Layout layout) {
        return ByteBuffer.wrap(chunk, index * layout.pageSize(), layout.pageSize())
                .slice();
    }

    private void read(long at, int length) throws IOException {
        file.seek(at);
        file.readFully(chunk, 0, length);
    }

    private record Layout(int pageSize, int usable) {}

    private Layout layout() throws IOException {
        read(0, 100);
        var header = ByteBuffer.wrap(chunk);
        var pageSize = header.getShort(16) == 1 ? 65_536 : header.getShort(16) & 0xffff;
        var isWal = header.get(18) == 2 && header.get(19) == 2;
        if (!isWal || pageSize < 512 || Integer.bitCount(pageSize) != 1) {
            throw new IOException("not a database with a write-ahead log");
        }
        if (file.length() / pageSize >= MOST_PAGES) throw new IOException("a database of more than 128 GB or so");
        return new Layout(pageSize, pageSize - (header.get(20) & 0xff));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
