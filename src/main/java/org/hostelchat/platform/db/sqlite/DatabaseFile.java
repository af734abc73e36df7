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
 * The main file of a SQLite database, for reading pages and overwriting their free space.
 *
 * <p>Must not be closed while this process has a connection to the database: under POSIX, closing a file releases all
 * locks of the process on it, SQLite's included. That is why the server keeps one open as long as it runs ({@link
 * #shared}), and why it is not a FileChannel, which an interrupt would close.
 *
 * <p>Not thread-safe.
 */
public final class DatabaseFile implements AutoCloseable {

    private static final int CHUNK = 1 << 20;

    /**
     * Above this number of pages (128 GB) the first byte does not distinguish a b-tree page from an overflow page any
     * more.
     */
    private static final long MOST_PAGES = 1 << 25;

    private final RandomAccessFile file;
    private final byte[] chunk = new byte[CHUNK];

    private DatabaseFile(RandomAccessFile file) {
        this.file = file;
    }

    /** @throws IOException if it cannot be opened for writing */
    public static DatabaseFile open(Path path) throws IOException {
        return new DatabaseFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    /**
     * The instance for a path, which stays open until the process ends, even if the application is redeployed.
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
     * Searches the whole file for pages with data in their free space. Needs no lock: a page that is being written
     * meanwhile is either found or in the write-ahead log.
     *
     * @param goOn polled now and then
     * @return the pages' numbers
     * @throws IOException if the file cannot be read, or has an unknown format; {@link InterruptedIOException} when
     * {@code goOn} returns false
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
     * Fills the free space of these pages with zeros and syncs the file. The caller holds SQLite's write lock, and the
     * write-ahead log is empty. Afterwards, before anybody else writes, the caller must commit something by a new
     * connection, so that no other connection continues with a cached copy of a page.
     *
     * @return whether anything had to be overwritten
     * @throws IOException if the file cannot be read or written
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
