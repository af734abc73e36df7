package org.hostelchat.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.function.Consumer;
import org.hostelchat.refusal.Refusal;

/**
 * A port: where the bytes of files are. Beside whole ones, each once under its hash, it keeps what has come of each upload. Provided by {@code
 * platform}.
 *
 * <p>Thread-safe, but for two calls for the same upload at once, and for {@link #keep} and {@link #remove}: what is to stay is kept, or kept once more, under
 * the lock in the database under which bytes are removed, so that several servers may share one store. All methods throw {@link Refusal.NoSpace} if the disk is full, and {@link
 * Refusal.Unavailable} if it can't be read or written.
 */
public interface BlobStore {

    /** Copies bytes, and may change them on the way. */
    @FunctionalInterface
    interface Copy {
        void copy(InputStream from, OutputStream to) throws IOException;
    }

    /**
     * Bytes that are on the disk for good, and not yet under their hash.
     *
     * @param name of the store's own
     * @param hash SHA-256, 64 lower-case hexadecimal digits
     * @param size in bytes
     */
    record Staged(String name, String hash, long size) {}

    /** How many bytes of an upload there are; 0 for an unknown one. */
    long size(long upload);

    /** Appends bytes to an upload. After a failure some of them may be there: {@link #size} tells. */
    void append(long upload, InputStream bytes);

    /** The bytes of an upload. */
    InputStream read(long upload);

    /** Makes all of an upload durable, and finds out its hash. */
    Staged stage(long upload);

    /** The same of a changed copy of other bytes. */
    Staged stage(InputStream from, Copy copy);

    /**
     * Puts what was staged under its hash, durably. What is there already stays, so that a repeat does not wait for the
     * disk.
     */
    void keep(Staged staged);

    /** Removes what there is of an upload, or was staged. */
    void discard(long upload);

    void discard(Staged staged);

    /** Opens what is under a hash. */
    FileChannel open(String hash);

    /** Whether there is something under a hash. */
    boolean isThere(String hash);

    /** Removes what is under a hash, if there is anything. */
    void remove(String hash);

    /** How many bytes there is space for. */
    long space();

    /** Calls with each hash under which something has been for longer than since then. */
    void eachHash(Instant before, Consumer<String> hash);

    /** Removes what was uploaded or staged and not touched since then. */
    void discardUntouched(Instant before);
}
