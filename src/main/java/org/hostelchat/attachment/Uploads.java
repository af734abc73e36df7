package org.hostelchat.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.hostelchat.language.Phrase;
import org.hostelchat.meter.Meter;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.ConcurrencyLimit;
import org.hostelchat.storage.Transactions;

/**
 * Takes files in: each begins with its name and size, comes in pieces, and is complete once all of it is on the disk for good. Whoever lost the
 * line asks how far it has come, and goes on there.
 *
 * <p>Thread-safe. Bytes go from the request to the disk, whatever the size of the file; no piece writes to the database. A file that is not one's
 * own is not there.
 */
@ApplicationScoped
public class Uploads {

    /** The most bytes of a piece: no slow line takes longer for it than a request may. */
    public static final int LARGEST_PIECE = 128 * 1024;

    /** The most bytes of a preview. */
    public static final int LARGEST_PREVIEW = 30 * 1024;

    private static final int STRIPES = 256;

    /** Uploads that are begun or completed at the same time. */
    private static final int MOST_AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final BlobStore blobs;
    private final Quota quota;

    /**
     * Each that begins or is completed takes a turn of those who write to the database: many at once would keep everybody's
     * posts waiting for theirs.
     */
    private final ConcurrencyLimit turns = new ConcurrencyLimit(MOST_AT_ONCE, true, PATIENCE);

    private final Clock clock;
    private final Inspection inspection;

    /** Keep calls for one upload apart. */
    private final Object[] stripes =
            IntStream.range(0, STRIPES).mapToObj(i -> new Object()).toArray();

    @Inject
    public Uploads(Transactions transactions, BlobStore blobs, Quota quota, Clock clock) {
        this.clock = clock;
        this.transactions = transactions;
        this.blobs = blobs;
        this.quota = quota;
        this.inspection = new Inspection(blobs);
    }

    /** For the container's proxy. */
    protected Uploads() {
        this(null, null, null, null);
    }

    /**
     * Begins one.
     *
     * @param name as the sender calls it; only its last part is kept
     * @param size all of its bytes, at least 1
     * @throws Refusal.TooLarge if no file may be so large
     * @throws Refusal.NoSpace if there is no space left, for the person or at all
     */
    public UploadProgress begin(Caller caller, String name, long size) {
        caller.requireAccount();
        if (size < 1) throw new Refusal.Unacceptable("empty-file", "size", Phrase.of("attachment.empty"));
        quota.check(size);
        var file = turns.inTurn(() -> transactions.write(em -> {
            FilesLock.take(em);
            quota.check(em, caller, size);
            var begun = new StoredFile(caller.id(), FileName.of(name), size, clock.instant());
            em.persist(begun);
            em.flush();
            return begun;
        }));
        quota.begun(size);
        return new UploadProgress(file.id(), file.name(), 0, size);
    }

    /** How far it has come. */
    public UploadProgress progress(Caller caller, long id) {
        var file = mine(caller, id);
        var offset = file.state() == FileState.UPLOADING ? blobs.size(id) : file.size();
        return new UploadProgress(id, file.name(), offset, file.size());
    }

    /**
     * Keeps the next piece.
     *
     * @param offset where it begins, which must be where the last one ended
     * @param length how many bytes it has, at most {@link #LARGEST_PIECE} for those who send pieces
     * @throws Refusal.Conflict if it begins anywhere else, or the file is complete
     * @throws Refusal.NoSpace if the disk has become full since the upload began
     */
    public UploadProgress append(Caller caller, long id, long offset, long length, InputStream bytes) {
        synchronized (stripe(id)) {
            var file = mine(caller, id);
            if (file.state() != FileState.UPLOADING || blobs.size(id) != offset) {
                throw new Refusal.Conflict("wrong-offset", Phrase.of("attachment.wrong-offset"));
            }
            if (length < 1 || length > file.size() - offset) {
                throw new Refusal.Unacceptable("wrong-length", "offset", Phrase.of("attachment.wrong-length"));
            }
            quota.checkDisk(length);
            blobs.append(id, bytes);
            return new UploadProgress(id, file.name(), blobs.size(id), file.size());
        }
    }

    /**
     * Makes the file one that a post can carry. A repeat changes nothing.
     *
     * @param claimed the type that the sender says it has; null for none
     * @throws Refusal.Conflict if not all of it is there
     * @throws Refusal.WrongType if it is said to be a picture, a sound or a film, and is not
     */
    public AttachedFile complete(Caller caller, long id, String claimed) {
        return turns.inTurn(() -> completeNow(caller, id, claimed));
    }

    private AttachedFile completeNow(Caller caller, long id, String claimed) {
        synchronized (stripe(id)) {
            var file = mine(caller, id);
            if (file.state() != FileState.UPLOADING) return file.attached();
            if (blobs.size(id) != file.size()) {
                throw new Refusal.Conflict("incomplete", Phrase.of("attachment.incomplete"));
            }
            var found = inspection.stage(id, claimed);
            try {
                // What waits for the disk is done here, because everybody's posts wait for the transaction.
                blobs.keep(found.bytes());
                var complete = transactions.write(em -> {
                    FilesLock.take(em);
                    var row = require(em, caller, id);
                    // Again: without the lock, the same bytes may just have been removed with the last file of them.
                    blobs.keep(found.bytes());
                    row.complete(found.bytes(), found.type(), found.pixels());
                    return row.attached();
                });
                blobs.discard(id);
                Meter.FILES.add(1);
                return complete;
            } finally {
                blobs.discard(found.bytes());
            }
        }
    }

    /**
     * Gives a complete file a small picture of it. A repeat changes nothing; another one is refused, as each would stay on the disk.
     *
     * @param bytes at most {@link #LARGEST_PREVIEW}
     * @throws Refusal.WrongType if it is no picture
     * @throws Refusal.Conflict if a post carries the file already, or it has another preview
     * @throws Refusal.NoSpace if the disk is full
     */
    public AttachedFile preview(Caller caller, long id, byte[] bytes) {
        if (bytes.length > LARGEST_PREVIEW) {
            throw new Refusal.TooLarge("too-large", Phrase.of("attachment.preview-too-large", "most", LARGEST_PREVIEW));
        }
        synchronized (stripe(id)) {
            requireReady(mine(caller, id));
            quota.checkDisk(bytes.length);
            var found = inspection.stagePicture(new ByteArrayInputStream(bytes), bytes);
            try {
                return transactions.write(em -> {
                    FilesLock.take(em);
                    var row = require(em, caller, id);
                    requireReady(row);
                    if (row.preview() != null) return samePreview(row, found.bytes());
                    blobs.keep(found.bytes());
                    row.preview(found.bytes().hash(), found.type());
                    return row.attached();
                });
            } finally {
                blobs.discard(found.bytes());
            }
        }
    }

    private static AttachedFile samePreview(StoredFile file, BlobStore.Staged bytes) {
        if (file.preview().equals(bytes.hash())) return file.attached();
        throw new Refusal.Conflict("file-used", Phrase.of("attachment.used"));
    }

    private static void requireReady(StoredFile file) {
        if (file.state() == FileState.READY) return;
        throw file.state() == FileState.POSTED
                ? new Refusal.Conflict("file-used", Phrase.of("attachment.used"))
                : new Refusal.Conflict("incomplete", Phrase.of("attachment.incomplete"));
    }

    /**
     * Removes a file that no post carries. What is not there is removed at once.
     *
     * @throws Refusal.Conflict if a post carries it: it goes with the post
     */
    public void cancel(Caller caller, long id) {
        synchronized (stripe(id)) {
            transactions.write(em -> {
                FilesLock.take(em);
                var row = em.find(StoredFile.class, id);
                if (row == null || !row.isOf(caller.id())) return null;
                if (row.state() == FileState.POSTED) {
                    throw new Refusal.Conflict("file-used", Phrase.of("attachment.used"));
                }
                row.remove();
                return null;
            });
        }
    }

    private StoredFile mine(Caller caller, long id) {
        caller.requireAccount();
        return transactions.read(em -> require(em, caller, id));
    }

    private static StoredFile require(EntityManager em, Caller caller, long id) {
        var file = em.find(StoredFile.class, id);
        if (file == null || !file.isOf(caller.id())) throw FileReading.noSuchFile();
        return file;
    }

    private Object stripe(long id) {
        return stripes[(int) (id % STRIPES)];
    }
}
